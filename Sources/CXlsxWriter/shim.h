#include <xlsxwriter.h>

#ifdef __linux__
// The C library declares this only for programs that ask for GNU extensions.
int memfd_create(const char *name, unsigned int flags);
#endif
