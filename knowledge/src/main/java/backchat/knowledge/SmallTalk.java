package backchat.knowledge;

import backchat.knowledge.content.Phrases;
import backchat.knowledge.language.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recognises greetings, thanks, emoji and questions about the bot. Immutable.
 *
 * <p>A message is small talk when all of it is: one or several of the moderators' examples, with
 * nothing but names and fillers between them. So "hi, does massage help?" is a question.
 */
final class SmallTalk {
  private static final int LONGEST = 14;
  private static final Set<String> FILLERS =
      Set.of(
          "there",
          "mate",
          "please",
          "bot",
          "backchat",
          "dear",
          "so",
          "much",
          "very",
          "oh",
          "then",
          "all",
          "again",
          "just",
          "hey",
          "um",
          "well",
          "ok",
          "lol",
          "haha",
          "sir",
          "madam",
          "x",
          "xx",
          "xxx",
          "everyone",
          "friend",
          "and",
          "a",
          "lot");

  private final Map<List<String>, Phrases.SmallTalk> examples = new HashMap<>();
  private final Map<Integer, Phrases.SmallTalk> symbols = new HashMap<>();

  SmallTalk(List<Phrases.SmallTalk> kinds, java.util.function.Function<String, Message> analyse) {
    for (Phrases.SmallTalk kind : kinds) {
      for (String example : kind.examples()) {
        List<String> words = words(analyse.apply(example.toLowerCase(Locale.ROOT)));
        if (words.isEmpty()) {
          symbols(example).forEach(symbol -> symbols.putIfAbsent(symbol, kind));
        } else {
          examples.putIfAbsent(words, kind);
        }
      }
    }
  }

  /** The reply, if the message is nothing but small talk. */
  Optional<String> reply(Message message) {
    List<String> words = words(message);
    if (words.isEmpty()) {
      return symbols(message.text()).findFirst().map(symbols::get).map(Phrases.SmallTalk::reply);
    }
    if (words.size() > LONGEST) {
      return Optional.empty();
    }
    Phrases.SmallTalk last = null;
    int at = 0;
    while (at < words.size()) {
      int end = words.size();
      while (end > at && !examples.containsKey(words.subList(at, end))) {
        end--;
      }
      if (end > at) {
        last = examples.get(words.subList(at, end));
        at = end;
      } else if (FILLERS.contains(words.get(at))) {
        at++;
      } else {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(last).map(Phrases.SmallTalk::reply);
  }

  /** Emoji, without what only colours or joins them. */
  private static Stream<Integer> symbols(String text) {
    return text.codePoints().filter(c -> Character.getType(c) == Character.OTHER_SYMBOL).boxed();
  }

  private static List<String> words(Message message) {
    return message.tokens().stream()
        .map(token -> token.word())
        .filter(
            word ->
                Character.isLetterOrDigit(word.charAt(0))
                    || word.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }
}
