/// Keeps C strings alive while the library may look at them.
final class CStrings {
  private var pointers: [UnsafeMutablePointer<CChar>] = []

  deinit {
    for pointer in pointers { pointer.deallocate() }
  }

  /// A C string that lives as long as this object.
  func pointer(_ text: String) -> UnsafeMutablePointer<CChar> {
    let characters = text.utf8CString
    let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: characters.count)
    for (index, character) in characters.enumerated() {
      (pointer + index).initialize(to: character)
    }
    pointers.append(pointer)
    return pointer
  }
}
