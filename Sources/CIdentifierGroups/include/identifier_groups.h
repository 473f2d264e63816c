#ifndef IDENTIFIER_GROUPS_H
#define IDENTIFIER_GROUPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __clang__
#pragma clang assume_nonnull begin
#endif

/// For each identifier of a column the groups in which it occurs, as the number of a set of groups.
///
/// The caller numbers the sets, from 1 (0 is the empty one) to `identifier_groups_set_limit`, and says
/// what two of them make together. Identifiers lie in parts by a hash; a part is a table of its own,
/// with a lock, so that several threads write at the same time.
typedef struct identifier_groups identifier_groups;

/// The memory in which one thread collects identifiers for the parts.
typedef struct identifier_writer identifier_writer;

enum {
  /// The largest number of a set.
  identifier_groups_set_limit = (1 << 24) - 1,
  /// The most bits that an identifier may have.
  identifier_groups_key_bits_limit = 40,
};

/// What a writer has to ask.
typedef struct {
  void *context;
  /// The union of two sets in the lower 32 bits; in the upper ones, marks that both of them have.
  uint64_t (*unite)(void *context, uint32_t set, uint32_t added);
  /// Is told of an identifier that was added to marks which it had.
  void (*repeated)(void *context, uint64_t key, uint32_t marks);
} identifier_questions;

/// Makes empty groups for keys below 2 to the power of `key_bits`, in 2 to the power of `part_bits`
/// parts, which must be fewer bits than those of a key. Tables begin with room for about as many keys as
/// are expected, and grow. Ends the process without memory.
identifier_groups *identifier_groups_make(uint32_t key_bits, uint32_t part_bits,
                                          size_t expected_count);
void identifier_groups_free(identifier_groups *groups);

/// Makes the writer of one thread. `has_marks` says whether the questions know
/// marks. The groups must outlive it.
identifier_writer *identifier_writer_make(identifier_groups *groups, identifier_questions questions,
                                          bool has_marks);
void identifier_writer_free(identifier_writer *writer);

/// For each of `count` entries adds the set of its group to the set of its row: `sets[rows[i]]` becomes
/// its union with `group_sets[groups[i]]`. Ends at the first group whose set is 0, not yet known;
/// returns how many entries were taken.
size_t identifier_writer_unite(identifier_writer *writer, uint32_t *sets, const intptr_t *rows,
                               const intptr_t *groups, const uint32_t *group_sets, size_t count);

/// Adds the sets of rows to the identifiers of rows; rows with the empty set, or with an identifier
/// below `first`, are passed over. An identifier's key is its distance from `first`.
void identifier_writer_add(identifier_writer *writer, const int64_t *identifiers, int64_t first,
                           const uint32_t *sets, size_t count);

/// Gives the parts all that was added. To be called before anything is read.
void identifier_writer_flush(identifier_writer *writer);

/// Adds one key with its set.
void identifier_writer_add_one(identifier_writer *writer, uint64_t key, uint32_t set);

/// The number of parts.
uint32_t identifier_groups_part_count(const identifier_groups *groups);

/// The number of keys in a part.
size_t identifier_groups_count(const identifier_groups *groups, uint32_t part);

/// The bytes of the tables.
size_t identifier_groups_bytes(const identifier_groups *groups);

/// Writes the keys and sets of a part, which must have room for as many as it has.
void identifier_groups_read(const identifier_groups *groups, uint32_t part, uint64_t *keys,
                            uint32_t *sets);

/// Adds the number of keys of a part to the count of their set.
void identifier_groups_count_sets(const identifier_groups *groups, uint32_t part, uint64_t *counts);

/// For the keys of a part, adds 1 to the count of their set and the class of the set that the same
/// identifier has in other groups: `counts[set * class_count + classes[other_set]]`.
///
/// An identifier's key there is its key here plus `offset`; `classes[0]` is for those that are not
/// there.
void identifier_groups_join(const identifier_groups *groups, uint32_t part,
                            const identifier_groups *others, int64_t offset,
                            const uint32_t *classes, size_t class_count, uint64_t *counts);

#ifdef __clang__
#pragma clang assume_nonnull end
#endif

#endif
