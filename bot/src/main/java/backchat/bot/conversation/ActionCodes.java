package backchat.bot.conversation;

import backchat.knowledge.Edition;
import backchat.knowledge.content.Passage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * Actions as short strings that platforms hand back when a button is pressed or a link is opened:
 * at most {@value #LONGEST} characters of {@code [A-Za-z0-9_-]}, whatever the passage id.
 * Immutable.
 *
 * <p>A passage id is written with {@code _} for a slash and {@code __} for a hash sign. An id that
 * does not fit, or has other characters, is written as a hash of 128 bits and found again by
 * hashing the ids of the edition that reads it.
 */
public final class ActionCodes {
  /** Telegram allows 64 bytes in callback data and start payloads, Discord 100 in custom ids. */
  public static final int LONGEST = 64;

  /** With which the codes of {@link Choice.Moderate} begin. */
  public static final String MODERATE = "k_";

  private static final int HASH_BYTES = 16;

  private ActionCodes() {}

  /** The code of an action. */
  public static String of(Choice.Action action) {
    return switch (action) {
      case Choice.ShowPassage show -> ofPassage('p', show.id());
      case Choice.Rate rate -> ofPassage(rate.helped() ? 'y' : 'n', rate.passage());
      case Choice.ShowTopic show -> ofTopic(show);
      case Choice.ShowTopics all -> "a";
      case Choice.Share share -> "s_" + share.code();
      case Choice.Moderate act -> MODERATE + act.words().replace(' ', '_');
    };
  }

  private static String ofTopic(Choice.ShowTopic show) {
    String code = "t_" + show.page() + "_" + show.topic();
    if (code.length() > LONGEST || !show.topic().matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("a topic's word has up to 50 of [a-z0-9-]");
    }
    return code;
  }

  private static String ofPassage(char kind, String id) {
    String written = id.replace("#", "__").replace("/", "_");
    boolean plain = written.length() <= LONGEST - 2 && id.matches("[a-z0-9-]+([/#][a-z0-9-]+)*");
    return plain ? kind + "_" + written : Character.toUpperCase(kind) + "_" + hash(id);
  }

  /**
   * What a code stands for. A passage that has gone is still an action, which then says so.
   *
   * @param edition in which hashed ids are looked for
   * @return empty when it is no code of ours, or the passage of a hashed id has gone
   */
  public static Optional<Choice.Action> read(String code, Edition edition) {
    if (code.equals("a")) {
      return Optional.of(new Choice.ShowTopics());
    }
    if (code.length() < 3 || code.length() > LONGEST || code.charAt(1) != '_') {
      return Optional.empty();
    }
    String body = code.substring(2);
    return switch (code.charAt(0)) {
      case 'p', 'y', 'n' ->
          passage(code.charAt(0), Optional.of(body.replace("__", "#").replace('_', '/')));
      case 'P', 'Y', 'N' -> passage(Character.toLowerCase(code.charAt(0)), hashed(body, edition));
      case 't' -> topic(body);
      case 's' ->
          Optional.of(body).filter(b -> b.matches("[A-Za-z0-9_-]{1,40}")).map(Choice.Share::new);
      case 'k' ->
          Optional.of(body)
              .filter(words -> words.matches("[a-z0-9-]+(_[a-z0-9-]+)*") && words.length() <= 60)
              .map(words -> new Choice.Moderate(words.replace('_', ' ')));
      default -> Optional.empty();
    };
  }

  private static Optional<Choice.Action> passage(char kind, Optional<String> id) {
    return id.map(
        known -> kind == 'p' ? new Choice.ShowPassage(known) : new Choice.Rate(known, kind == 'y'));
  }

  private static Optional<Choice.Action> topic(String body) {
    if (!body.matches("[0-9]{1,4}_[a-z0-9-]+")) {
      return Optional.empty();
    }
    String[] parts = body.split("_", 2);
    return Optional.of(new Choice.ShowTopic(parts[1], Integer.parseInt(parts[0])));
  }

  private static Optional<String> hashed(String hash, Edition edition) {
    return edition.content().passages().stream()
        .map(Passage::id)
        .filter(id -> hash(id).equals(hash))
        .findFirst();
  }

  private static String hash(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(java.util.Arrays.copyOf(digest, HASH_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
