#include "models/formats/formats.h"

namespace trichyeu {

std::string to_text(const Plan& plan) { return plan.body.text; }

}  // namespace trichyeu
