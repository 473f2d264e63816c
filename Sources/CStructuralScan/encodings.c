#include <string.h>

#include "structural_scan.h"

// Skips bytes below 80, eight at a time.
static size_t skip_ascii(const uint8_t *bytes, size_t position, size_t length) {
  while (position + 32 <= length) {
    uint64_t words[4];
    memcpy(words, bytes + position, 32);
    if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080u) != 0) break;
    position += 32;
  }
  while (position < length && bytes[position] < 0x80) position++;
  return position;
}

static bool is_continuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

// The length of the well-formed sequence at the start (Unicode 15, table 3-7), or 0.
static size_t sequence_length(const uint8_t *bytes, size_t room) {
  uint8_t lead = bytes[0];
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return room >= 2 && is_continuation(bytes[1]) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    uint8_t low = lead == 0xE0 ? 0xA0 : 0x80;
    uint8_t high = lead == 0xED ? 0x9F : 0xBF;
    return room >= 3 && bytes[1] >= low && bytes[1] <= high && is_continuation(bytes[2]) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    uint8_t low = lead == 0xF0 ? 0x90 : 0x80;
    uint8_t high = lead == 0xF4 ? 0x8F : 0xBF;
    return room >= 4 && bytes[1] >= low && bytes[1] <= high && is_continuation(bytes[2]) &&
                   is_continuation(bytes[3])
               ? 4
               : 0;
  }
  return 0;
}

// Zero-width and directional characters, C1 controls, and U+FEFF.
static bool is_invisible(const uint8_t *bytes, size_t size) {
  if (size == 2) return bytes[0] == 0xC2 && bytes[1] < 0xA0;
  if (size != 3) return false;
  if (bytes[0] == 0xEF) return bytes[1] == 0xBB && bytes[2] == 0xBF;
  if (bytes[0] != 0xE2) return false;
  if (bytes[1] == 0x80)
    return (bytes[2] >= 0x8B && bytes[2] <= 0x8F) || (bytes[2] >= 0xA8 && bytes[2] <= 0xAE);
  return bytes[1] == 0x81 && bytes[2] >= 0xA0 && bytes[2] <= 0xAF;
}

size_t utf8_valid_length(const uint8_t *bytes, size_t length, uint32_t *remarks) {
  size_t position = 0;
  *remarks = 0;
  for (;;) {
    position = skip_ascii(bytes, position, length);
    if (position >= length) return length;
    *remarks |= utf8_has_non_ascii;
    size_t size = sequence_length(bytes + position, length - position);
    if (size == 0) return position;
    if (is_invisible(bytes + position, size)) *remarks |= utf8_has_invisible;
    position += size;
  }
}

size_t windows_1252_valid_length(const uint8_t *bytes, size_t length) {
  for (size_t position = 0; position < length; position++) {
    position = skip_ascii(bytes, position, length);
    if (position >= length) return length;
    switch (bytes[position]) {
      case 0x81:
      case 0x8D:
      case 0x8F:
      case 0x90:
      case 0x9D:
        return position;
      default:
        break;
    }
  }
  return length;
}
