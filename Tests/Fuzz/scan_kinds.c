// Holds every kind of instructions of this machine against the scan one byte at a time, on random bytes.
//
// `make test-arm64` builds it for arm64 and runs it in an emulator, where Swift's tests cannot run.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "structural_scan.h"

enum { longest = 5000, room = longest + 64 };

static uint64_t state = 1;

static uint32_t next(uint32_t limit) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(state >> 33) % limit;
}

static structural_index make_index(void) {
  structural_index index;
  memset(&index, 0, sizeof index);
  index.separators = malloc(room * sizeof(uint32_t));
  index.record_ends = malloc(room * sizeof(uint32_t));
  index.quotes = malloc(room * sizeof(uint32_t));
  index.oddities = malloc(room * sizeof(uint32_t));
  return index;
}

static bool same(const uint32_t *left, size_t count, const uint32_t *right, size_t other_count) {
  return count == other_count && memcmp(left, right, count * sizeof *left) == 0;
}

static bool same_index(const structural_index *a, const structural_index *b) {
  return same(a->separators, a->separator_count, b->separators, b->separator_count) &&
         same(a->record_ends, a->record_count, b->record_ends, b->record_count) &&
         same(a->quotes, a->quote_count, b->quotes, b->quote_count) &&
         same(a->oddities, a->oddity_count, b->oddities, b->oddity_count) &&
         a->has_non_ascii == b->has_non_ascii && a->ends_inside_quotes == b->ends_inside_quotes;
}

int main(void) {
  static const uint8_t alphabet[] = "aaaaaaaaaaab;;\"\n\r\t\x01\x7F\xC3\xA9";
  structural_index plain = make_index(), fast = make_index();
  int kinds = 0;
  for (int kind = structural_scan_neon; kind <= structural_scan_avx512; kind++) {
    if (!structural_scan_has_kind((structural_scan_kind)kind)) continue;
    kinds++;
    for (uint32_t round = 0; round < 20000; round++) {
      size_t length = round < 300 ? round : next(longest);
      uint8_t *bytes = malloc(length ? length : 1);
      uint32_t letters = (uint32_t)sizeof alphabet - 1;
      bool has_quotes = next(2) != 0;
      for (size_t i = 0; i < length; i++) {
        bytes[i] = alphabet[next(letters)];
        if (bytes[i] == '"' && !has_quotes) bytes[i] = 'x';
      }
      structural_scan(structural_scan_scalar, bytes, length, ';', &plain);
      structural_scan((structural_scan_kind)kind, bytes, length, ';', &fast);
      if (!same_index(&plain, &fast)) {
        printf("kind %d differs from the plain scan in round %u, %zu bytes\n", kind, round, length);
        return 1;
      }
      free(bytes);
    }
    printf("kind %d: 20000 rounds as the plain scan\n", kind);
  }
  if (kinds == 0) printf("this machine has no kind but the plain one\n");
  return kinds == 0;
}
