package backchat.knowledge.triage;

/**
 * Where a concept stands in a message. Immutable.
 *
 * @param concept its number
 * @param from its first word
 * @param to the word after its last
 */
record Span(int concept, int from, int to) {
  boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }

  boolean holds(Span other) {
    return from <= other.from && other.to <= to && to - from > other.to - other.from;
  }
}
