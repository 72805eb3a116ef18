package backchat.knowledge.content;

import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong with a folder of content. Confined to one thread. */
final class Problems {
  private final TreeSet<Problem> found = new TreeSet<>();

  void error(String file, int line, String message) {
    found.add(new Problem(Problem.Severity.ERROR, file, line, message));
  }

  void warning(String file, int line, String message) {
    found.add(new Problem(Problem.Severity.WARNING, file, line, message));
  }

  void add(List<Problem> others) {
    found.addAll(others);
  }

  boolean anyError() {
    return !found.isEmpty() && found.first().severity() == Problem.Severity.ERROR;
  }

  List<Problem> sorted() {
    return List.copyOf(found);
  }
}
