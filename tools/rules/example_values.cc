#include "tools/rules/example_values.h"

#include "extractor/fields/time_expression.h"

namespace trichyeu {

ValuesOf example_values(std::string_view grammar_name, const Grammars& grammars) {
  if (grammar_name != "deadlines" && grammar_name != "periods" && grammar_name != "occasions")
    return {};
  TimeContext context;
  context.year = 2024;
  context.year_source = "year from the plan";
  context.issued = "2024-03-01";
  return [&grammars, context](const Match& match, std::string_view text) {
    return time_values(match, text, grammars, context);
  };
}

}  // namespace trichyeu
