package backchat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** A small content folder with a data folder beside it. Confined to one thread. */
final class ServedFolder {
  static final String SOFT = "entries/kind/soft.md";
  static final String HARD = "entries/kind/hard.md";
  static final Clock DAY = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

  private final Path temp;
  private final TestFolder folder;

  ServedFolder(Path temp) {
    this.temp = temp;
    this.folder = TestFolder.at(temp.resolve("content"));
  }

  TestFolder folder() {
    return folder;
  }

  Knowledge open() throws BrokenContent {
    return open(DAY);
  }

  Knowledge open(Clock clock) throws BrokenContent {
    Options options = new Options(false, Optional.empty(), Optional.of(temp.resolve("data")));
    return Knowledge.open(folder.root(), clock, options);
  }

  /** Another text for an entry, and what serves says which. */
  void edit(String file, String word) {
    folder.write(
        file, folder.read(file).replaceFirst("It is a \\w+ rub", "It is a " + word + " rub"));
  }

  /** The short answer that {@link #edit} changes. */
  static String text(Edition edition) {
    return edition.passage("kind/soft").orElseThrow().shortAnswer();
  }

  /** A change that must have been made. */
  static Reload.Replaced replaced(Reload reload) {
    assertThat(reload).isInstanceOf(Reload.Replaced.class);
    return (Reload.Replaced) reload;
  }

  /** Why a change was refused. */
  static String firstProblem(Reload reload) {
    assertThat(reload).isInstanceOf(Reload.Kept.class);
    return ((Reload.Kept) reload).problems().getFirst().toString();
  }
}
