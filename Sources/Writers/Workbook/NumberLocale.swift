#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs `body` with numbers in C written with a decimal point, whatever the language of the machine.
///
/// libxlsxwriter prints numbers with `snprintf`; a decimal comma in a cell makes the file invalid.
func withDecimalPoint<Result, Failure: Error>(
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  let plain = newlocale(LC_NUMERIC_MASK, "C", nil)
  let previous = uselocale(plain)
  defer {
    uselocale(previous)
    if let plain { freelocale(plain) }
  }
  return try body()
}
