#include "structural_scan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

// One block is 64 bytes; each mask has a bit for every byte of it, the first byte lowest.
typedef struct {
  uint64_t delimiters, line_feeds, returns, quotes, controls, non_ascii;
} block_masks;

#define ALWAYS_INLINE static inline __attribute__((always_inline))

// Bit i of the result is the parity of bits 0 to i: set from an opening quote to before its end.
ALWAYS_INLINE uint64_t prefix_xor(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  bits ^= bits << 32;
  return bits;
}

// Appends the positions of the bits of a mask, in groups of eight so that short masks need no
// branch per bit; entries beyond the count are overwritten by the next call.
ALWAYS_INLINE size_t append_positions(uint32_t *entries, size_t count, uint64_t bits,
                                      uint32_t base) {
  size_t total = count + (size_t)__builtin_popcountll(bits);
  for (uint32_t *entry = entries + count; bits != 0; entry += 8) {
    for (int i = 0; i < 8; i++) {
      entry[i] = base + (bits ? (uint32_t)__builtin_ctzll(bits) : 0);
      bits &= bits - 1;
    }
  }
  return total;
}

typedef struct {
  uint64_t inside;  // all ones while the next block begins inside quotes
  bool has_non_ascii;
} scan_state;

typedef struct {
  uint64_t separators, line_feeds;
} block_ends;

// Notes quotes and oddities; gives the separators and line feeds outside quotes.
ALWAYS_INLINE block_ends take_block(block_masks masks, uint32_t base, bool next_is_line_feed,
                                    scan_state *state, structural_index *index) {
  uint64_t separators = masks.delimiters | masks.line_feeds;
  uint64_t line_feeds = masks.line_feeds;
  if (__builtin_expect((masks.quotes | state->inside) != 0, 0)) {
    uint64_t inside = prefix_xor(masks.quotes) ^ state->inside;
    state->inside = (uint64_t)((int64_t)inside >> 63);
    separators &= ~inside;
    line_feeds &= ~inside;
    index->quote_count =
        append_positions(index->quotes, index->quote_count, masks.quotes, base);
  }
  uint64_t before_line_feed = (masks.line_feeds >> 1) | ((uint64_t)next_is_line_feed << 63);
  uint64_t oddities = masks.controls & ~(masks.returns & before_line_feed);
  if (__builtin_expect(oddities != 0, 0)) {
    index->oddity_count = append_positions(index->oddities, index->oddity_count, oddities, base);
  }
  state->has_non_ascii |= masks.non_ascii != 0;
  return (block_ends){separators, line_feeds};
}

// Notes where records end; `first` is how many separators there were before those of the block.
ALWAYS_INLINE void take_record_ends(block_ends ends, size_t first, structural_index *index) {
  for (uint64_t left = ends.line_feeds; left != 0; left &= left - 1) {
    uint64_t through = left ^ (left - 1);
    index->record_ends[index->record_count++] =
        (uint32_t)(first + (size_t)__builtin_popcountll(ends.separators & through));
  }
}

ALWAYS_INLINE block_masks masks_of_bytes(const uint8_t *bytes, size_t length, uint8_t delimiter) {
  block_masks masks = {0, 0, 0, 0, 0, 0};
  for (size_t i = 0; i < length; i++) {
    uint64_t bit = (uint64_t)1 << i;
    uint8_t byte = bytes[i];
    if (byte == delimiter) masks.delimiters |= bit;
    if (byte == '\n') masks.line_feeds |= bit;
    if (byte == '\r') masks.returns |= bit;
    if (byte == '"') masks.quotes |= bit;
    if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) masks.controls |= bit;
    if (byte > 0x7F) masks.non_ascii |= bit;
  }
  return masks;
}

// The loop over all blocks, the same for every kind; `MASKS` loads one whole block, `APPEND` writes
// the positions of a mask.
#define SCAN_LOOP(MASKS, APPEND)                                                           \
  scan_state state = {0, false};                                                           \
  for (size_t position = 0; position < length; position += 64) {                           \
    const bool is_whole = position + 64 <= length;                                         \
    block_masks masks = is_whole ? MASKS(bytes + position)                                 \
                                 : masks_of_end(bytes + position, length - position, delimiter); \
    bool next_is_line_feed = position + 64 < length ? bytes[position + 64] == '\n' : is_whole; \
    block_ends ends = take_block(masks, (uint32_t)position, next_is_line_feed, &state, index); \
    const size_t first = index->separator_count;                                           \
    index->separator_count =                                                               \
        APPEND(index->separators, first, ends.separators, (uint32_t)position);             \
    take_record_ends(ends, first, index);                                                  \
  }                                                                                        \
  index->has_non_ascii = state.has_non_ascii;                                              \
  index->ends_inside_quotes = state.inside != 0;

// The masks of the last bytes; a carriage return at their end is no oddity, as what follows it is not
// known.
static block_masks masks_of_end(const uint8_t *bytes, size_t length, uint8_t delimiter) {
  block_masks masks = masks_of_bytes(bytes, length, delimiter);
  if (bytes[length - 1] == '\r') masks.controls &= ~((uint64_t)1 << (length - 1));
  return masks;
}

static void scan_scalar(const uint8_t *bytes, size_t length, uint8_t delimiter,
                        structural_index *index) {
#define SCALAR_MASKS(block) masks_of_bytes(block, 64, delimiter)
  SCAN_LOOP(SCALAR_MASKS, append_positions)
}

#if defined(__x86_64__)

#define AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))

ALWAYS_INLINE AVX2 uint64_t bits_avx2(__m256i low, __m256i high) {
  return (uint32_t)_mm256_movemask_epi8(low) |
         ((uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32);
}

ALWAYS_INLINE AVX2 uint64_t equal_avx2(__m256i low, __m256i high, char byte) {
  __m256i wanted = _mm256_set1_epi8(byte);
  return bits_avx2(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(high, wanted));
}

ALWAYS_INLINE AVX2 block_masks masks_avx2(const uint8_t *block, uint8_t delimiter) {
  __m256i low = _mm256_loadu_si256((const __m256i *)block);
  __m256i high = _mm256_loadu_si256((const __m256i *)(block + 32));
  __m256i last = _mm256_set1_epi8(0x1F);
  block_masks masks;
  masks.delimiters = equal_avx2(low, high, (char)delimiter);
  masks.line_feeds = equal_avx2(low, high, '\n');
  masks.returns = equal_avx2(low, high, '\r');
  masks.quotes = equal_avx2(low, high, '"');
  uint64_t below = bits_avx2(_mm256_cmpeq_epi8(_mm256_min_epu8(low, last), low),
                             _mm256_cmpeq_epi8(_mm256_min_epu8(high, last), high));
  masks.controls = below | equal_avx2(low, high, 0x7F);
  masks.controls &= ~masks.line_feeds;
  if (__builtin_expect((masks.controls & ~masks.returns) != 0, 0))
    masks.controls &= ~equal_avx2(low, high, '\t');
  masks.non_ascii = bits_avx2(low, high);
  return masks;
}

static AVX2 void scan_avx2(const uint8_t *bytes, size_t length, uint8_t delimiter,
                           structural_index *index) {
#define AVX2_MASKS(block) masks_avx2(block, delimiter)
  SCAN_LOOP(AVX2_MASKS, append_positions)
}

#define AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512vbmi2,avx2,bmi,bmi2,lzcnt,popcnt")))

// Appends the positions of the bits of a mask, sixteen at a time.
ALWAYS_INLINE AVX512 size_t append_avx512(uint32_t *entries, size_t count, uint64_t bits,
                                          uint32_t base) {
  uint8_t numbers[64];
  for (int i = 0; i < 64; i++) numbers[i] = (uint8_t)i;
  const size_t total = count + (size_t)__builtin_popcountll(bits);
  const __m512i places = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(numbers));
  const __m512i bases = _mm512_set1_epi32((int)base);
#define APPEND_SIXTEEN(PART)                                                                 \
  _mm512_storeu_si512(entries + count + PART * 16,                                           \
                      _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(                           \
                                                  _mm512_extracti32x4_epi32(places, PART))))
  APPEND_SIXTEEN(0);
  if (__builtin_expect(total - count > 16, 0)) {
    APPEND_SIXTEEN(1);
    APPEND_SIXTEEN(2);
    APPEND_SIXTEEN(3);
  }
#undef APPEND_SIXTEEN
  return total;
}

ALWAYS_INLINE AVX512 block_masks masks_avx512(const uint8_t *block, uint8_t delimiter) {
  __m512i bytes = _mm512_loadu_si512((const void *)block);
  block_masks masks;
  masks.delimiters = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)delimiter));
  masks.line_feeds = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n'));
  masks.returns = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\r'));
  masks.quotes = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('"'));
  masks.controls = (_mm512_cmplt_epu8_mask(bytes, _mm512_set1_epi8(0x20)) |
                    _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(0x7F))) &
                   ~masks.line_feeds;
  if (__builtin_expect((masks.controls & ~masks.returns) != 0, 0))
    masks.controls &= ~_mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\t'));
  masks.non_ascii = _mm512_movepi8_mask(bytes);
  return masks;
}

static AVX512 void scan_avx512(const uint8_t *bytes, size_t length, uint8_t delimiter,
                               structural_index *index) {
#define AVX512_MASKS(block) masks_avx512(block, delimiter)
  SCAN_LOOP(AVX512_MASKS, append_avx512)
}

#elif defined(__aarch64__)

// The sign bits of 64 lanes that are all ones or all zeros, gathered into one word.
ALWAYS_INLINE uint64_t bits_neon(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
  const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t low = vpaddq_u8(vandq_u8(a, weights), vandq_u8(b, weights));
  uint8x16_t high = vpaddq_u8(vandq_u8(c, weights), vandq_u8(d, weights));
  uint8x16_t sums = vpaddq_u8(low, high);
  sums = vpaddq_u8(sums, sums);
  return vgetq_lane_u64(vreinterpretq_u64_u8(sums), 0);
}

ALWAYS_INLINE uint64_t equal_neon(const uint8x16_t *parts, uint8_t byte) {
  uint8x16_t wanted = vdupq_n_u8(byte);
  return bits_neon(vceqq_u8(parts[0], wanted), vceqq_u8(parts[1], wanted),
                   vceqq_u8(parts[2], wanted), vceqq_u8(parts[3], wanted));
}

ALWAYS_INLINE uint64_t below_neon(const uint8x16_t *parts, uint8_t limit) {
  uint8x16_t bound = vdupq_n_u8(limit);
  return bits_neon(vcltq_u8(parts[0], bound), vcltq_u8(parts[1], bound),
                   vcltq_u8(parts[2], bound), vcltq_u8(parts[3], bound));
}

ALWAYS_INLINE block_masks masks_neon(const uint8_t *block, uint8_t delimiter) {
  uint8x16_t parts[4] = {vld1q_u8(block), vld1q_u8(block + 16), vld1q_u8(block + 32),
                         vld1q_u8(block + 48)};
  block_masks masks;
  masks.delimiters = equal_neon(parts, delimiter);
  masks.line_feeds = equal_neon(parts, '\n');
  masks.returns = equal_neon(parts, '\r');
  masks.quotes = equal_neon(parts, '"');
  masks.controls = (below_neon(parts, 0x20) | equal_neon(parts, 0x7F)) & ~masks.line_feeds &
                   ~equal_neon(parts, '\t');
  masks.non_ascii = ~below_neon(parts, 0x80);
  return masks;
}

static void scan_neon(const uint8_t *bytes, size_t length, uint8_t delimiter,
                      structural_index *index) {
#define NEON_MASKS(block) masks_neon(block, delimiter)
  SCAN_LOOP(NEON_MASKS, append_positions)
}

#endif

bool structural_scan_has_kind(structural_scan_kind kind) {
  switch (kind) {
    case structural_scan_scalar:
      return true;
#if defined(__x86_64__)
    case structural_scan_avx2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
    case structural_scan_avx512:
      return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2") &&
             __builtin_cpu_supports("bmi2");
#elif defined(__aarch64__)
    case structural_scan_neon:
      return true;
#endif
    default:
      return false;
  }
}

structural_scan_kind structural_scan_best_kind(void) {
  if (structural_scan_has_kind(structural_scan_avx512)) return structural_scan_avx512;
  if (structural_scan_has_kind(structural_scan_avx2)) return structural_scan_avx2;
  if (structural_scan_has_kind(structural_scan_neon)) return structural_scan_neon;
  return structural_scan_scalar;
}

void structural_scan(structural_scan_kind kind, const uint8_t *bytes, size_t length,
                     uint8_t delimiter, structural_index *index) {
  index->separator_count = 0;
  index->record_count = 0;
  index->quote_count = 0;
  index->oddity_count = 0;
  switch (kind) {
#if defined(__x86_64__)
    case structural_scan_avx2:
      scan_avx2(bytes, length, delimiter, index);
      return;
    case structural_scan_avx512:
      scan_avx512(bytes, length, delimiter, index);
      return;
#elif defined(__aarch64__)
    case structural_scan_neon:
      scan_neon(bytes, length, delimiter, index);
      return;
#endif
    default:
      scan_scalar(bytes, length, delimiter, index);
  }
}
