// JSON has no order among a member's names and no mixed content, so three things differ from the
// XML: lists ("citations") are arrays of their children, zones and sections hold their children in
// order under "content", and a text stands whole under "text".
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "models/formats/formats.h"
#include "models/formats/plan_element.h"

namespace trichyeu {
namespace {

using Json = nlohmann::ordered_json;

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements that are nothing but a list of others of one name.
bool is_list(std::string_view name) {
  static constexpr std::array<std::string_view, 8> names{
      "diagnostics", "recipients", "abbreviations", "citations",
      "tasks",       "lead",       "coordinating",  "body"};
  return is_one_of(name, names);
}

// Elements whose children's order among different names counts.
bool is_ordered(std::string_view name) {
  static constexpr std::array<std::string_view, 2> names{"zone", "section"};
  return is_one_of(name, names);
}

// Elements that may stand several times beside others.
bool is_repeated(std::string_view name) {
  static constexpr std::array<std::string_view, 7> names{"page", "box",  "deadline", "product",
                                                         "row",  "cell", "ref"};
  return is_one_of(name, names);
}

Json value_of(const Attribute& attribute) {
  switch (attribute.type) {
    case Attribute::Type::text: return attribute.value;
    case Attribute::Type::number: return Json::parse(attribute.value);
    case Attribute::Type::boolean: return attribute.value == "true";
    case Attribute::Type::numbers: break;
  }
  std::string list = '[' + attribute.value + ']';
  std::replace(list.begin(), list.end(), ' ', ',');
  return Json::parse(list);
}

void append_text(const Element& element, std::string& text) {
  for (const Element::Content& part : element.content) {
    if (const auto* run = std::get_if<std::string>(&part)) {
      text += *run;
    } else {
      append_text(std::get<Element>(part), text);
    }
  }
}

Json json_of(const Element& element);

Json children_of(const Element& element) {
  Json list = Json::array();
  for (const Element::Content& part : element.content) {
    const Element& child = std::get<Element>(part);
    if (is_ordered(element.name)) {
      list.push_back({{std::string(child.name), json_of(child)}});
    } else {
      list.push_back(json_of(child));
    }
  }
  return list;
}

// A child says more than an attribute of its name (a signature's capacity) and replaces it.
void add_members(Json& object, const Element& element) {
  for (const Element::Content& part : element.content) {
    const auto* child = std::get_if<Element>(&part);
    if (child == nullptr) continue;
    const std::string name(child->name);
    if (is_repeated(name)) {
      object[name].push_back(json_of(*child));
    } else {
      object[name] = json_of(*child);
    }
  }
}

Json json_of(const Element& element) {
  if (is_list(element.name)) return children_of(element);
  Json object = Json::object();
  for (const Attribute& attribute : element.attributes)
    object[std::string(attribute.name)] = value_of(attribute);
  if (is_ordered(element.name)) {
    object["content"] = children_of(element);
    return object;
  }
  add_members(object, element);
  if (element.mixed) {
    std::string text;
    append_text(element, text);
    object["text"] = text;
  }
  return object;
}

}  // namespace

std::string to_json(const Plan& plan, std::string_view language) {
  return json_of(plan_element(plan, language)).dump(2) + '\n';
}

std::string to_json_line(const Plan& plan, std::string_view language) {
  return json_of(plan_element(plan, language)).dump() + '\n';
}

}  // namespace trichyeu
