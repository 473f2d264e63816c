#ifndef STRUCTURAL_SCAN_H
#define STRUCTURAL_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Which instructions the scan uses; all give the same index.
typedef enum {
  /// One byte at a time, on every machine.
  structural_scan_scalar = 0,
  /// 128-bit vectors of arm64.
  structural_scan_neon = 1,
  /// 256-bit vectors of x86-64.
  structural_scan_avx2 = 2,
  /// 512-bit vectors of x86-64, with VBMI2.
  structural_scan_avx512 = 3,
} structural_scan_kind;

/// The places in a stretch of bytes that matter to a reader of delimited records.
///
/// The caller owns the arrays. Each must have room for the number of bytes scanned plus 64
/// entries, because the scan writes entries in groups.
typedef struct {
  /// Delimiters and line feeds outside quotes, in order.
  uint32_t *separators;
  size_t separator_count;
  /// For each line feed outside quotes: how many separators there are up to and including it.
  uint32_t *record_ends;
  size_t record_count;
  /// All quotes.
  uint32_t *quotes;
  size_t quote_count;
  /// Control characters that are no tab, no line feed and no carriage return before a line feed.
  uint32_t *oddities;
  size_t oddity_count;
  /// Whether there is a byte above 7F.
  bool has_non_ascii;
  /// Whether the stretch ends inside quotes.
  bool ends_inside_quotes;
} structural_index;

/// The fastest kind that this machine has.
structural_scan_kind structural_scan_best_kind(void);

/// Whether this machine has a kind.
bool structural_scan_has_kind(structural_scan_kind kind);

/// Fills the index for `length` bytes, which begin outside quotes, with positions from 0.
///
/// A carriage return that is the last byte is not reported: what follows it is not known. Reads no
/// byte beyond `length`.
void structural_scan(structural_scan_kind kind, const uint8_t *bytes, size_t length,
                     uint8_t delimiter, structural_index *index);

/// What was met while checking UTF-8, besides errors.
typedef enum {
  /// An invisible or directional character: zero-width, bidirectional, C1 control or a byte-order
  /// mark in the text.
  utf8_has_invisible = 1,
  /// A byte above 7F.
  utf8_has_non_ascii = 2,
} utf8_remarks;

/// The position of the first byte that is no UTF-8, or `length`. A sequence that is cut off by the
/// end is an error at its first byte. Overlong forms, surrogates and values above 10FFFF are
/// errors.
size_t utf8_valid_length(const uint8_t *bytes, size_t length, uint32_t *remarks);

/// The position of the first byte that Windows-1252 does not define, or `length`.
size_t windows_1252_valid_length(const uint8_t *bytes, size_t length);

/// What text holds without which there is no e-mail address, number of a person or telephone, or
/// name of a person in it.
typedef enum {
  text_has_at_sign = 1,
  text_has_nine_digits = 2,
  /// A capital letter of A to Z right behind a blank.
  text_has_capital_after_blank = 4,
} text_signs;

/// The number of line feeds in `length` bytes.
size_t line_feeds_in(const uint8_t *bytes, size_t length);

/// The signs of `length` bytes of text. Reads up to 16 bytes more, which do not matter.
uint32_t text_signs_of(const uint8_t *bytes, size_t length);

#endif
