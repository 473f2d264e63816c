import Testing

import SparkEngine

@Suite struct SQLTextTests {
  @Test func `what a shell or an editor could take for something else is a code point`() {
    #expect(
      SQLText.literal("a'b;c--d${e}!\\")
        == #"'a\u0027b\u003Bc\u002D\u002Dd\u0024\u007Be\u007D\u0021\u005C'"#)
  }

  @Test func `text outside the first plane has eight digits`() {
    #expect(SQLText.literal("é😀") == #"'\u00E9\U0001F600'"#)
  }

  @Test func `nothing is NULL, not an empty text`() {
    #expect(SQLText.literal(String?.none) == "NULL")
    #expect(SQLText.literal("") == "''")
  }

  @Test func `a delimiter that means something in an expression is escaped`() {
    #expect(SQLText.pattern(ofByte: UInt8(ascii: "|")) == "\\|")
    #expect(SQLText.pattern(ofByte: UInt8(ascii: "\t")) == "\t")
  }
}
