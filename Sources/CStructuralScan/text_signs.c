#include "include/structural_scan.h"

#include <string.h>

typedef uint8_t block __attribute__((vector_size(16)));

static const block lanes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

// Sums of bytes stay below 256 for so many blocks.
enum { blocks_in_sum = 128 };

static block load(const uint8_t *bytes) {
  block loaded;
  memcpy(&loaded, bytes, sizeof loaded);
  return loaded;
}

static uint64_t half(block lanes, size_t which) {
  uint64_t halves[2];
  memcpy(halves, &lanes, sizeof halves);
  return halves[which];
}

static bool is_any(block lanes) { return (half(lanes, 0) | half(lanes, 1)) != 0; }

static size_t sum_of_half(uint64_t bytes) {
  const uint64_t pairs = (bytes & 0x00FF00FF00FF00FF) + ((bytes >> 8) & 0x00FF00FF00FF00FF);
  return (size_t)((pairs * 0x0001000100010001) >> 48);
}

size_t line_feeds_in(const uint8_t *bytes, size_t length) {
  size_t count = 0;
  size_t position = 0;
  while (position + 16 <= length) {
    block found = {0};
    for (size_t blocks = 0; blocks < blocks_in_sum && position + 16 <= length;
         blocks++, position += 16)
      found -= (block)(load(bytes + position) == '\n');
    count += sum_of_half(half(found, 0)) + sum_of_half(half(found, 1));
  }
  for (; position < length; position++) count += bytes[position] == '\n';
  return count;
}

uint32_t text_signs_of(const uint8_t *bytes, size_t length) {
  block at_signs = {0}, capitals = {0};
  size_t digit_count = 0;
  size_t position = 0;
  while (position < length) {
    block digits = {0};
    for (size_t count = 0; count < blocks_in_sum && position < length; count++, position += 16) {
      const size_t rest = length - position;
      const uint8_t inside = rest < 16 ? (uint8_t)rest : 16;
      const uint8_t before_last = rest < 17 ? (uint8_t)(rest - 1) : 16;
      const block here = load(bytes + position), next = load(bytes + position + 1);
      const block is_inside = (block)(lanes < inside);
      at_signs |= (block)(here == '@') & is_inside;
      digits -= (block)((here - '0') <= 9) & is_inside;
      capitals |= (block)(here == ' ') & (block)((next - 'A') <= 25) &
                  (block)(lanes < before_last);
    }
    digit_count += sum_of_half(half(digits, 0)) + sum_of_half(half(digits, 1));
  }
  return (is_any(at_signs) ? text_has_at_sign : 0u) |
         (digit_count >= 9 ? text_has_nine_digits : 0u) |
         (is_any(capitals) ? text_has_capital_after_blank : 0u);
}
