// Holds every kind of the scan against the scalar one, and the decoders against each other.

#include <stdlib.h>
#include <string.h>

#include "structural_scan.h"

static structural_index new_index(size_t length) {
  structural_index index = {0};
  size_t room = length + 64;
  index.separators = malloc(room * sizeof(uint32_t));
  index.record_ends = malloc(room * sizeof(uint32_t));
  index.quotes = malloc(room * sizeof(uint32_t));
  index.oddities = malloc(room * sizeof(uint32_t));
  return index;
}

static void free_index(structural_index *index) {
  free(index->separators);
  free(index->record_ends);
  free(index->quotes);
  free(index->oddities);
}

static void expect(bool condition) {
  if (!condition) abort();
}

static void expect_equal(const uint32_t *left, size_t left_count, const uint32_t *right,
                         size_t right_count) {
  expect(left_count == right_count);
  expect(left_count == 0 || memcmp(left, right, left_count * sizeof(uint32_t)) == 0);
}

// Whether a separator lies outside quotes, told one byte at a time.
static void expect_structure(const uint8_t *bytes, size_t length, uint8_t delimiter,
                             const structural_index *index) {
  bool inside = false;
  size_t separators = 0, records = 0, quotes = 0;
  for (size_t position = 0; position < length; position++) {
    if (bytes[position] == '"') {
      expect(index->quotes[quotes++] == position);
      inside = !inside;
    } else if (!inside && (bytes[position] == delimiter || bytes[position] == '\n')) {
      expect(index->separators[separators++] == position);
      if (bytes[position] == '\n') expect(index->record_ends[records++] == separators);
    }
  }
  expect(separators == index->separator_count);
  expect(records == index->record_count);
  expect(quotes == index->quote_count);
  expect(inside == index->ends_inside_quotes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size < 1) return 0;
  static const uint8_t delimiters[] = {',', ';', '\t', '|'};
  uint8_t delimiter = delimiters[data[0] & 3];
  size_t length = size - 1;
  // Of exactly this size, so that a byte read beyond it is found out.
  uint8_t *bytes = malloc(length ? length : 1);
  memcpy(bytes, data + 1, length);
  structural_index plain = new_index(length);
  structural_scan(structural_scan_scalar, bytes, length, delimiter, &plain);
  expect_structure(bytes, length, delimiter, &plain);
  for (int kind = structural_scan_neon; kind <= structural_scan_avx512; kind++) {
    if (!structural_scan_has_kind((structural_scan_kind)kind)) continue;
    structural_index other = new_index(length);
    structural_scan((structural_scan_kind)kind, bytes, length, delimiter, &other);
    expect_equal(plain.separators, plain.separator_count, other.separators, other.separator_count);
    expect_equal(plain.record_ends, plain.record_count, other.record_ends, other.record_count);
    expect_equal(plain.quotes, plain.quote_count, other.quotes, other.quote_count);
    expect_equal(plain.oddities, plain.oddity_count, other.oddities, other.oddity_count);
    expect(plain.has_non_ascii == other.has_non_ascii);
    expect(plain.ends_inside_quotes == other.ends_inside_quotes);
    free_index(&other);
  }
  uint32_t remarks = 0;
  size_t valid = utf8_valid_length(bytes, length, &remarks);
  expect(valid <= length);
  expect((remarks & utf8_has_non_ascii) == 0 || plain.has_non_ascii);
  uint32_t again = 0;
  expect(utf8_valid_length(bytes, valid, &again) == valid);
  expect(windows_1252_valid_length(bytes, length) <= length);
  free_index(&plain);
  free(bytes);
  return 0;
}
