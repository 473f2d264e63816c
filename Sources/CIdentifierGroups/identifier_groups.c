#include "identifier_groups.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// A key's bits are mixed, so that keys that lie close together are spread out; the highest bits of the
// result say in which part it is, the rest is what the part's table holds, beside the number of the
// set. A slot is 0 while it is free, because no set has number 0. Slots have 32 bits while the
// numbers of the sets fit, else 64.
typedef struct {
  pthread_mutex_t lock;
  void *slots;
  size_t slot_count, count, first_slot_count;
  bool is_wide;
} part;

typedef struct {
  uint32_t key_bits, rest_bits, shift;
  uint64_t mask, factor, inverse;
} mixing;

struct identifier_groups {
  mixing mixing;
  uint32_t part_count;
  part parts[];
};

enum { buffer_length = 256, memory_length = 1 << 12, set_shift = 40, smallest_table = 64,
       largest_first_table = 1 << 15, line_slots = 16 };

struct identifier_writer {
  identifier_groups *groups;
  identifier_questions questions;
  bool has_marks;
  // Unions that were asked for, by the two sets.
  struct {
    uint64_t sets, together;
  } memory[memory_length];
  uint16_t *counts;
  // For each part the entries that wait: the number of the set above the rest of the key.
  uint64_t *buffers;
};

// MARK: Keys

static mixing make_mixing(uint32_t key_bits, uint32_t part_bits) {
  mixing mixing = {key_bits, key_bits - part_bits, (key_bits + 1) / 2, 0, 0, 1};
  mixing.mask = ((uint64_t)1 << key_bits) - 1;
  // Odd, so that it has an inverse; its high bits carry every bit of a key upwards.
  mixing.factor = 0x9E3779B97F4A7C15u & mixing.mask;
  for (int i = 0; i < 6; i++) mixing.inverse *= 2 - mixing.factor * mixing.inverse;
  mixing.inverse &= mixing.mask;
  return mixing;
}

static inline uint64_t mixed(const mixing *mixing, uint64_t key) {
  key = key * mixing->factor & mixing->mask;
  key ^= key >> mixing->shift;
  return key * mixing->factor & mixing->mask;
}

static inline uint64_t unmixed(const mixing *mixing, uint64_t key) {
  key = key * mixing->inverse & mixing->mask;
  key ^= key >> mixing->shift;
  return key * mixing->inverse & mixing->mask;
}

static inline uint64_t rest_of(const mixing *mixing, uint64_t mixed) {
  return mixed & (((uint64_t)1 << mixing->rest_bits) - 1);
}

static uint64_t key_of(const identifier_groups *groups, uint32_t part, uint64_t rest) {
  return unmixed(&groups->mixing, (uint64_t)part << groups->mixing.rest_bits | rest);
}

// The slot in which the search for a rest begins, the first of a line of the cache. Rests stand in the
// order of their lines, so that a table that grows is walked through in order too.
static inline size_t home(uint64_t rest, uint32_t rest_bits, size_t slot_count) {
  uint64_t slot = rest_bits > 32 ? (rest >> (rest_bits - 32)) * slot_count >> 32
                                 : rest * slot_count >> rest_bits;
  return (size_t)slot & ~(size_t)(line_slots - 1);
}

// MARK: Tables of both widths

#define TABLE(SLOT, NAME)                                                                         \
  static inline SLOT *NAME##_find(const part *part, uint64_t rest, uint32_t rest_bits) {          \
    SLOT *slots = part->slots;                                                                    \
    const SLOT mask = (SLOT)(((uint64_t)1 << rest_bits) - 1);                                     \
    size_t slot = home(rest, rest_bits, part->slot_count);                                        \
    while (slots[slot] != 0 && (slots[slot] & mask) != (SLOT)rest)                                \
      slot = slot + 1 == part->slot_count ? 0 : slot + 1;                                         \
    return slots + slot;                                                                          \
  }                                                                                               \
  static void NAME##_move(SLOT value, part *to, uint32_t rest_bits) {                             \
    uint64_t rest = value & (((uint64_t)1 << rest_bits) - 1);                                     \
    if (to->is_wide)                                                                              \
      *wide_find(to, rest, rest_bits) = value;                                                    \
    else                                                                                          \
      *narrow_find(to, rest, rest_bits) = (uint32_t)value;                                        \
  }

static inline uint64_t *wide_find(const part *part, uint64_t rest, uint32_t rest_bits);
static inline uint32_t *narrow_find(const part *part, uint64_t rest, uint32_t rest_bits);
TABLE(uint32_t, narrow)
TABLE(uint64_t, wide)

// Memory that begins with a line of the cache.
static void *cleared(size_t count, size_t size) {
  size_t length = (count * size + 63) & ~(size_t)63;
  void *memory = aligned_alloc(64, length);
  // As where the language itself allocates: there is nothing sensible left to do.
  if (!memory) abort();
  memset(memory, 0, length);
  return memory;
}

// Makes the table of a part anew, with so many slots of a width.
static void resize(part *part, size_t slot_count, bool is_wide, uint32_t rest_bits) {
  struct {
    void *slots;
    size_t slot_count;
    bool is_wide;
  } old = {part->slots, part->slot_count, part->is_wide};
  part->slots = cleared(slot_count, is_wide ? 8 : 4);
  part->slot_count = slot_count;
  part->is_wide = is_wide;
  for (size_t i = 0; i < old.slot_count; i++) {
    if (old.is_wide) {
      uint64_t value = ((uint64_t *)old.slots)[i];
      if (value != 0) wide_move(value, part, rest_bits);
    } else {
      uint32_t value = ((uint32_t *)old.slots)[i];
      if (value != 0) narrow_move(value, part, rest_bits);
    }
  }
  free(old.slots);
}

static bool fits_narrow(uint32_t set, uint32_t rest_bits) {
  return rest_bits < 32 && set < (uint32_t)1 << (32 - rest_bits);
}

// Makes room for one more.
static inline void make_room(part *part, uint32_t rest_bits) {
  if (part->count < part->slot_count / 16 * 13) return;
  // Large tables grow by less, because of their memory.
  size_t slot_count = part->slot_count < 4096 ? part->slot_count * 2 : part->slot_count / 2 * 3;
  slot_count = (slot_count + line_slots - 1) & ~(size_t)(line_slots - 1);
  if (slot_count < part->first_slot_count) slot_count = part->first_slot_count;
  resize(part, slot_count, part->is_wide, rest_bits);
}

static inline uint32_t set_at(const part *part, uint64_t rest, uint32_t rest_bits) {
  if (part->slot_count == 0) return 0;
  if (part->is_wide) return (uint32_t)(*wide_find(part, rest, rest_bits) >> rest_bits);
  return *narrow_find(part, rest, rest_bits) >> rest_bits;
}

static inline void put(part *part, uint64_t rest, uint32_t set, uint32_t rest_bits) {
  if (!part->is_wide && !fits_narrow(set, rest_bits))
    resize(part, part->slot_count, true, rest_bits);
  if (part->is_wide)
    *wide_find(part, rest, rest_bits) = (uint64_t)set << rest_bits | rest;
  else
    *narrow_find(part, rest, rest_bits) = set << rest_bits | (uint32_t)rest;
}

// MARK: Groups

identifier_groups *identifier_groups_make(uint32_t key_bits, uint32_t part_bits,
                                          size_t expected_count) {
  if (key_bits > identifier_groups_key_bits_limit || part_bits >= key_bits) abort();
  size_t count = (size_t)1 << part_bits;
  identifier_groups *groups = cleared(1, sizeof *groups + count * sizeof(part));
  groups->mixing = make_mixing(key_bits, part_bits);
  groups->part_count = (uint32_t)count;
  size_t first_slot_count = (expected_count / count / 13 + 1) * line_slots;
  if (first_slot_count < smallest_table) first_slot_count = smallest_table;
  if (first_slot_count > largest_first_table) first_slot_count = largest_first_table;
  for (size_t i = 0; i < count; i++) {
    pthread_mutex_init(&groups->parts[i].lock, NULL);
    groups->parts[i].first_slot_count = first_slot_count;
    groups->parts[i].is_wide = groups->mixing.rest_bits >= 32;
  }
  return groups;
}

void identifier_groups_free(identifier_groups *groups) {
  for (uint32_t i = 0; i < groups->part_count; i++) {
    pthread_mutex_destroy(&groups->parts[i].lock);
    free(groups->parts[i].slots);
  }
  free(groups);
}

uint32_t identifier_groups_part_count(const identifier_groups *groups) {
  return groups->part_count;
}

size_t identifier_groups_count(const identifier_groups *groups, uint32_t part) {
  return groups->parts[part].count;
}

size_t identifier_groups_bytes(const identifier_groups *groups) {
  size_t bytes = 0;
  for (uint32_t i = 0; i < groups->part_count; i++)
    bytes += groups->parts[i].slot_count * (groups->parts[i].is_wide ? 8 : 4);
  return bytes;
}

// The value of a slot, as if it were wide; 0 for a free one.
static inline uint64_t slot_value(const part *part, size_t slot) {
  return part->is_wide ? ((uint64_t *)part->slots)[slot] : ((uint32_t *)part->slots)[slot];
}

void identifier_groups_read(const identifier_groups *groups, uint32_t number, uint64_t *keys,
                            uint32_t *sets) {
  const part *part = &groups->parts[number];
  size_t count = 0;
  for (size_t i = 0; i < part->slot_count; i++) {
    uint64_t value = slot_value(part, i);
    if (value == 0) continue;
    keys[count] = key_of(groups, number, rest_of(&groups->mixing, value));
    sets[count++] = (uint32_t)(value >> groups->mixing.rest_bits);
  }
}

void identifier_groups_count_sets(const identifier_groups *groups, uint32_t number,
                                  uint64_t *counts) {
  const part *part = &groups->parts[number];
  for (size_t i = 0; i < part->slot_count; i++) {
    uint64_t value = slot_value(part, i);
    if (value != 0) counts[value >> groups->mixing.rest_bits]++;
  }
}

static uint32_t find_set(const identifier_groups *groups, uint64_t mixed) {
  return set_at(&groups->parts[mixed >> groups->mixing.rest_bits],
                rest_of(&groups->mixing, mixed), groups->mixing.rest_bits);
}

static void prefetch(const part *part, uint64_t rest, uint32_t rest_bits) {
  size_t slot = home(rest, rest_bits, part->slot_count);
  // Into the second cache: more lines than the first one can wait for were dropped by it (measured).
  __builtin_prefetch((char *)part->slots + slot * (part->is_wide ? 8 : 4), 0, 1);
}

void identifier_groups_join(const identifier_groups *groups, uint32_t number,
                            const identifier_groups *others, int64_t offset,
                            const uint32_t *classes, size_t class_count, uint64_t *counts) {
  enum { ahead = 64 };
  uint64_t mixes[ahead];
  uint32_t sets[ahead];
  const part *part = &groups->parts[number];
  for (size_t next = 0; next < part->slot_count;) {
    size_t found = 0;
    for (; next < part->slot_count && found < ahead; next++) {
      uint64_t value = slot_value(part, next);
      if (value == 0) continue;
      sets[found] = (uint32_t)(value >> groups->mixing.rest_bits);
      uint64_t key = key_of(groups, number, rest_of(&groups->mixing, value)) + (uint64_t)offset;
      if (key > others->mixing.mask) {
        counts[sets[found] * class_count + classes[0]]++;
        continue;
      }
      mixes[found] = mixed(&others->mixing, key);
      prefetch(&others->parts[mixes[found] >> others->mixing.rest_bits],
               rest_of(&others->mixing, mixes[found]), others->mixing.rest_bits);
      found++;
    }
    for (size_t i = 0; i < found; i++)
      counts[sets[i] * class_count + classes[find_set(others, mixes[i])]]++;
  }
}

// MARK: Writers

identifier_writer *identifier_writer_make(identifier_groups *groups, identifier_questions questions,
                                          bool has_marks) {
  identifier_writer *writer = cleared(1, sizeof *writer);
  writer->groups = groups;
  writer->questions = questions;
  writer->has_marks = has_marks;
  writer->counts = cleared(groups->part_count, sizeof *writer->counts);
  writer->buffers = cleared(groups->part_count * buffer_length, sizeof *writer->buffers);
  return writer;
}

void identifier_writer_free(identifier_writer *writer) {
  free(writer->counts);
  free(writer->buffers);
  free(writer);
}

static inline uint64_t united(identifier_writer *writer, uint32_t set, uint32_t added) {
  uint64_t sets = (uint64_t)set << 32 | added;
  size_t slot = sets * 0x9E3779B97F4A7C15u >> 52;
  if (writer->memory[slot].sets != sets) {
    writer->memory[slot].together = writer->questions.unite(writer->questions.context, set, added);
    writer->memory[slot].sets = sets;
  }
  return writer->memory[slot].together;
}

size_t identifier_writer_unite(identifier_writer *writer, uint32_t *sets, const intptr_t *rows,
                               const intptr_t *groups, const uint32_t *group_sets, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint32_t set = sets[rows[i]], added = group_sets[groups[i]];
    if (added == 0) return i;
    sets[rows[i]] = set == 0 || set == added ? added : (uint32_t)united(writer, set, added);
  }
  return count;
}

// The set of a key that was found to be in `set` once it is added to `added` too.
static uint32_t grown(identifier_writer *writer, uint32_t number, uint64_t rest, uint32_t set,
                      uint32_t added) {
  uint64_t together = united(writer, set, added);
  if (together >> 32 != 0)
    writer->questions.repeated(writer->questions.context, key_of(writer->groups, number, rest),
                               (uint32_t)(together >> 32));
  return (uint32_t)together;
}

// The slot that holds a rest, or the first free one: a line at a time, because where a search ends
// cannot be foretold, and to look at one slot after the other costs more than to look at all of them.
static inline size_t find_narrow(const uint32_t *slots, size_t slot, size_t slot_count,
                                 uint32_t rest, uint32_t rest_mask) {
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi32((int)rest), mask = _mm_set1_epi32((int)rest_mask);
  const __m128i zero = _mm_setzero_si128();
  for (;; slot = slot + line_slots == slot_count ? 0 : slot + line_slots) {
    __m128i found[4];
    for (int i = 0; i < 4; i++) {
      __m128i four = _mm_load_si128((const __m128i *)(slots + slot) + i);
      found[i] = _mm_or_si128(_mm_cmpeq_epi32(four, zero),
                              _mm_cmpeq_epi32(_mm_and_si128(four, mask), wanted));
    }
    __m128i words = _mm_packs_epi16(_mm_packs_epi32(found[0], found[1]),
                                    _mm_packs_epi32(found[2], found[3]));
    unsigned bits = (unsigned)_mm_movemask_epi8(words);
    if (bits != 0) return slot + (size_t)__builtin_ctz(bits);
  }
#else
  while (slots[slot] != 0 && (slots[slot] & rest_mask) != rest)
    slot = slot + 1 == slot_count ? 0 : slot + 1;
  return slot;
#endif
}

// Adds entries to a table of narrow slots, up to the first whose set has too large a number for it or
// that the table has no room for; returns how many were taken.
static size_t add_narrow(identifier_writer *writer, uint32_t number, const uint64_t *entries,
                         size_t count) {
  part *part = &writer->groups->parts[number];
  const uint32_t rest_bits = writer->groups->mixing.rest_bits;
  const uint32_t rest_mask = ((uint32_t)1 << rest_bits) - 1;
  const bool has_marks = writer->has_marks;
  uint32_t *slots = part->slots;
  const size_t slot_count = part->slot_count, limit = slot_count / 16 * 13;
  size_t free_slots = limit > part->count ? limit - part->count : 0, taken = 0;
  const size_t free_before = free_slots;
  for (; taken < count && free_slots > 0; taken++) {
    uint32_t rest = (uint32_t)entries[taken] & rest_mask;
    uint32_t added = (uint32_t)(entries[taken] >> set_shift);
    size_t slot = find_narrow(slots, home(rest, rest_bits, slot_count), slot_count, rest, rest_mask);
    uint32_t set = slots[slot] >> rest_bits, together = added;
    if (set != 0 && (set != added || has_marks)) together = grown(writer, number, rest, set, added);
    if (!fits_narrow(together, rest_bits)) break;
    free_slots -= set == 0;
    slots[slot] = together << rest_bits | rest;
  }
  part->count += free_before - free_slots;
  return taken;
}

// Adds one entry to a table of any width.
static void add_wide(identifier_writer *writer, uint32_t number, uint64_t rest, uint32_t added) {
  part *part = &writer->groups->parts[number];
  uint32_t rest_bits = writer->groups->mixing.rest_bits;
  make_room(part, rest_bits);
  uint32_t set = set_at(part, rest, rest_bits);
  if (set == added && !writer->has_marks) return;
  uint32_t together = set == 0 ? added : grown(writer, number, rest, set, added);
  part->count += set == 0;
  if (together != set) put(part, rest, together, rest_bits);
}

static void drain(identifier_writer *writer, uint32_t number) {
  part *part = &writer->groups->parts[number];
  uint32_t rest_bits = writer->groups->mixing.rest_bits;
  const uint64_t *entries = writer->buffers + (size_t)number * buffer_length;
  const uint64_t rest_mask = ((uint64_t)1 << rest_bits) - 1;
  size_t count = writer->counts[number];
  pthread_mutex_lock(&part->lock);
  if (part->slot_count > 0)
    for (size_t i = 0; i < count; i++) prefetch(part, entries[i] & rest_mask, rest_bits);
  for (size_t i = 0; i < count; i++) {
    if (!part->is_wide && part->slot_count > 0)
      i += add_narrow(writer, number, entries + i, count - i);
    if (i < count)
      add_wide(writer, number, entries[i] & rest_mask, (uint32_t)(entries[i] >> set_shift));
  }
  pthread_mutex_unlock(&part->lock);
  writer->counts[number] = 0;
}

static inline void wait_in_buffer(identifier_writer *writer, uint64_t key, uint32_t set) {
  const mixing *mixing = &writer->groups->mixing;
  uint64_t place = mixed(mixing, key);
  uint32_t number = (uint32_t)(place >> mixing->rest_bits);
  size_t position = (size_t)number * buffer_length + writer->counts[number];
  writer->buffers[position] = (uint64_t)set << set_shift | rest_of(mixing, place);
  if (++writer->counts[number] == buffer_length) drain(writer, number);
}

void identifier_writer_add(identifier_writer *writer, const int64_t *identifiers, int64_t first,
                           const uint32_t *sets, size_t count) {
  uint64_t limit = writer->groups->mixing.mask;
  for (size_t i = 0; i < count; i++) {
    uint64_t key = (uint64_t)identifiers[i] - (uint64_t)first;
    if (sets[i] != 0 && identifiers[i] >= first && key <= limit)
      wait_in_buffer(writer, key, sets[i]);
  }
}

void identifier_writer_add_one(identifier_writer *writer, uint64_t key, uint32_t set) {
  if (set != 0 && key <= writer->groups->mixing.mask) wait_in_buffer(writer, key, set);
}

void identifier_writer_flush(identifier_writer *writer) {
  for (uint32_t i = 0; i < writer->groups->part_count; i++)
    if (writer->counts[i] > 0) drain(writer, i);
}
