package backchat.bot.moderation;

import backchat.bot.conversation.Reply;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.content.Passage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Adds phrasings to entries, through the same check as every change. Thread-safe. */
final class NewPhrasing {
  private static final int MARK_BYTES = 6;

  private final Knowledge knowledge;

  NewPhrasing(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Whether a passage has a file of its own to which a phrasing can be added. */
  static boolean takesPhrasings(Passage passage) {
    return passage.file().startsWith("entries/") && passage.file().endsWith(".md");
  }

  /** A short mark of a passage's id, of {@code [0-9a-f]}. */
  static String mark(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, MARK_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The passage with that mark or id that takes phrasings. */
  static Optional<Passage> marked(String mark, Edition edition) {
    return edition.content().passages().stream()
        .filter(NewPhrasing::takesPhrasings)
        .filter(passage -> passage.id().equals(mark) || mark(passage.id()).equals(mark))
        .findFirst();
  }

  /** Whether the passage that serves has the phrasing. */
  boolean has(Passage passage, String phrasing) {
    return knowledge
        .edition()
        .passage(passage.id())
        .map(serving -> serving.questions().contains(phrasing))
        .orElse(false);
  }

  /** Adds a phrasing; {@link #has} says whether it is there now. */
  Outcome add(Passage passage, String phrasing) {
    String what = "gaps add to " + passage.id();
    if (has(passage, phrasing)) {
      return new Outcome(
          what, "already there", Reply.OfNotice.of("The passage has that phrasing already."));
    }
    byte[] file = knowledge.files().files().get(passage.file());
    Optional<String> changed =
        Optional.ofNullable(file)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .flatMap(text -> EntryText.withPhrasing(text, phrasing));
    if (changed.isEmpty()) {
      return Outcome.refused(
          what,
          passage.file()
              + " is not there, or its also_asked is written in a way that has to be edited by"
              + " hand.");
    }
    Map<String, Optional<byte[]>> changes =
        Map.of(passage.file(), Optional.of(changed.get().getBytes(StandardCharsets.UTF_8)));
    return KnowledgeCommands.changed(what, knowledge.install(changes), knowledge.edition());
  }
}
