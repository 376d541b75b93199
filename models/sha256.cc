#include "models/sha256.h"

#include <openssl/evp.h>

#include <array>

namespace trichyeu {

using Digest = std::array<unsigned char, 32>;

struct Sha256::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  bool good = EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1;

  State() = default;
  ~State() { EVP_MD_CTX_free(context); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

namespace {

std::string hex_of(const Digest& digest) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : digest) {
    hex += digits[byte >> 4U];
    hex += digits[byte & 15U];
  }
  return hex;
}

}  // namespace

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  state_->good = state_->good && EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1;
}

std::string Sha256::hex() {
  Digest digest{};
  const bool good =
      state_->good && EVP_DigestFinal_ex(state_->context, digest.data(), nullptr) == 1;
  return good ? hex_of(digest) : std::string();
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 sum;
  sum.add(bytes);
  return sum.hex();
}

}  // namespace trichyeu
