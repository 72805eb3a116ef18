package backchat.knowledge.language;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells messages in other languages than English: by their script, or by their commonest small
 * words where the script is Latin. Immutable and thread-safe.
 *
 * <p>It errs towards English: a Latin message is foreign only if several of its words are small
 * words of that language and few are English ones.
 */
public final class ForeignTongue {
  /** The last of the characters before the first of another script. */
  private static final char LAST_LATIN = '\u024f';

  private static final Map<UnicodeScript, String> SCRIPTS = new EnumMap<>(UnicodeScript.class);
  private static final Map<String, Set<String>> SMALL_WORDS = new LinkedHashMap<>();
  private static final Set<String> ENGLISH =
      words(
          "the a an and or of to in is it my i me you for on with that this have has do does can"
              + " what how when why are be not no at from if should would will was back pain"
              + " massage help hurt hurts your about so but as by there any need get");

  static {
    SCRIPTS.put(UnicodeScript.HAN, "zh");
    SCRIPTS.put(UnicodeScript.DEVANAGARI, "hi");
    SCRIPTS.put(UnicodeScript.ARABIC, "ar");
    SCRIPTS.put(UnicodeScript.BENGALI, "bn");
    SCRIPTS.put(UnicodeScript.CYRILLIC, "ru");
    SCRIPTS.put(UnicodeScript.HIRAGANA, "ja");
    SCRIPTS.put(UnicodeScript.KATAKANA, "ja");
    SCRIPTS.put(UnicodeScript.HANGUL, "ko");
    SMALL_WORDS.put(
        "es",
        words(
            "el la los las de que y en un una por para con me mi mis es esta duele dolor espalda"
                + " como puedo tengo hola gracias cuando muy pero del al lo se ayuda masaje hacer"
                + " cada"));
    SMALL_WORDS.put(
        "fr",
        words(
            "le la les de des du un une et est que qui je j'ai mon ma mes dos mal pour avec dans"
                + " pas ce cette bonjour merci comment puis peux quand tres mais sur faire ai au"
                + " aux il"));
    SMALL_WORDS.put(
        "pt",
        words(
            "o os as de que e em um uma por para com me meu minha nas dor costas como posso tenho"
                + " ola obrigado quando muito mas do da dos das no na nao massagem fazer eu voce"));
    SMALL_WORDS.put(
        "id",
        words(
            "saya yang dan di ke dari untuk dengan ini itu adalah tidak bisa apa bagaimana sakit"
                + " punggung pinggang sudah ada akan pada atau juga karena kalau harus pijat"
                + " nyeri"));
    SMALL_WORDS.put(
        "de",
        words(
            "der die das und ist ich mein meine ein eine mit fur auf nicht wie kann habe mir bei zu"
                + " im den dem was rucken schmerzen hilft bitte danke guten tag wenn aber es"
                + " oder"));
    SMALL_WORDS.put(
        "it",
        words(
            "il lo la gli le di che e un una per con mi mio mia ho mal schiena dolore come posso"
                + " sono non ciao grazie quando molto ma del della fare cosa questo massaggio"));
    SMALL_WORDS.put(
        "nl",
        words(
            "de het een en ik mijn met voor van op niet is wat hoe kan heb rug pijn bij dat die er"
                + " als maar ook te naar aan hallo dank helpt massage moet"));
    SMALL_WORDS.put(
        "pl",
        words(
            "i w na z do nie to jest sie mam moje boli plecy bol jak czy co dla od po przez przy"
                + " prosze dziekuje dzien dobry masaz pomaga moge krzyza"));
    SMALL_WORDS.put(
        "tr",
        words(
            "ve bir bu icin ile ben benim cok ne nasil agri agrim sirt bel var mi mu da de merhaba"
                + " tesekkurler ama gibi daha masaj iyi gelir agriyor"));
    SMALL_WORDS.put(
        "ro",
        words(
            "si de la un o in cu pe nu este ma mi am spate durere doare cum pot ce pentru din care"
                + " buna multumesc masaj mai sa ajuta foarte cand"));
  }

  private static final List<String> CODES = List.copyOf(SMALL_WORDS.keySet());
  private static final Map<String, int[]> LANGUAGES = languages();
  private static final int[] NONE = {};

  private ForeignTongue() {}

  /** For each small word the positions in {@link #CODES} of the languages that have it. */
  private static Map<String, int[]> languages() {
    Map<String, int[]> languages = new HashMap<>();
    for (int language = 0; language < CODES.size(); language++) {
      for (String word : SMALL_WORDS.get(CODES.get(language))) {
        int[] before = languages.getOrDefault(word, new int[0]);
        int[] more = Arrays.copyOf(before, before.length + 1);
        more[before.length] = language;
        languages.put(word, more);
      }
    }
    return languages;
  }

  /** Whether a text has no character of another script than Latin. */
  private static boolean isLatin(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_LATIN) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> words(String list) {
    return new HashSet<>(Arrays.asList(list.split(" ")));
  }

  /** The code of the message's language, such as {@code es}; empty for English and when unsure. */
  public static Optional<String> of(Message message) {
    return byScript(message.text()).or(() -> bySmallWords(message));
  }

  private static Optional<String> byScript(String text) {
    if (isLatin(text)) {
      return Optional.empty();
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    int letters = 0;
    boolean urdu = false;
    boolean ukrainian = false;
    for (int c : text.codePoints().filter(Character::isLetter).toArray()) {
      letters++;
      urdu |= "ٹڈڑںےھ".indexOf(c) >= 0;
      ukrainian |= "іїєґ".indexOf(Character.toLowerCase(c)) >= 0;
      String code = SCRIPTS.get(UnicodeScript.of(c));
      if (code != null) {
        counts.merge(code, 1, Integer::sum);
      }
    }
    int foreign = counts.values().stream().mapToInt(Integer::intValue).sum();
    if (foreign * 2 <= letters || foreign == 0) {
      return Optional.empty();
    }
    if (counts.containsKey("ja")) {
      return Optional.of("ja");
    }
    String code =
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return Optional.of(
        code.equals("ar") && urdu ? "ur" : code.equals("ru") && ukrainian ? "uk" : code);
  }

  private static Optional<String> bySmallWords(Message message) {
    int all = message.tokens().size();
    if (all < 3) {
      return Optional.empty();
    }
    int english = 0;
    int[] counts = new int[CODES.size()];
    for (Token token : message.tokens()) {
      english += ENGLISH.contains(token.word()) ? 1 : 0;
      for (int language : LANGUAGES.getOrDefault(token.word(), NONE)) {
        counts[language]++;
      }
    }
    int most = 0;
    for (int language = 1; language < counts.length; language++) {
      most = counts[language] > counts[most] ? language : most;
    }
    boolean foreign = counts[most] >= 2 && counts[most] * 3 >= all && counts[most] > english + 1;
    return foreign ? Optional.of(CODES.get(most)) : Optional.empty();
  }
}
