package backchat.knowledge.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every fixed sentence that the bot says, owned by moderators. Immutable.
 *
 * @param shortDisclaimer one line, for tight places
 * @param disclaimer stands under every answer with health information
 * @param longDisclaimer for the help and about pages
 * @param grades each grade in words an asker understands
 * @param urgencies the first words of a red-flag card
 * @param emergencyShort emergency numbers in one line
 * @param emergencyTable id of the table with numbers by country
 * @param replies what the bot says when there is no passage to send
 * @param topics each topic as askers see it, by its word in passage ids, in the order of the file
 * @param smallTalk kinds of small talk
 * @param otherLanguages by language code: English only, said in that language
 */
public record Phrases(
    String shortDisclaimer,
    String disclaimer,
    String longDisclaimer,
    Map<Grade, String> grades,
    Map<Urgency, String> urgencies,
    String emergencyShort,
    String emergencyTable,
    Map<Reply, String> replies,
    Map<String, String> topics,
    List<SmallTalk> smallTalk,
    Map<String, String> otherLanguages) {

  /**
   * One kind of small talk. Immutable.
   *
   * @param name such as {@code thanks}
   * @param reply what the bot says
   * @param examples what askers say
   */
  public record SmallTalk(String name, String reply, List<String> examples) {
    /** Copies the examples. */
    public SmallTalk {
      examples = List.copyOf(examples);
    }
  }

  /** The fixed replies, each a key under {@code replies}. Immutable. */
  public enum Reply {
    /** The first words to a new asker. */
    WELCOME,
    /** How to ask. */
    HELP,
    /** Who makes the bot and what it is for. */
    ABOUT,
    /** What is kept about a person. */
    PRIVACY,
    /** Follows it where the operator names a contact, which is {@code {contact}} there. */
    PRIVACY_CONTACT,
    /** No passage answers the question. */
    NOT_FOUND,
    /** Introduces the topics after a refusal. */
    NOT_FOUND_TOPICS,
    /** Introduces two or three candidates. */
    UNSURE,
    /** The message held no words. */
    EMPTY,
    /** Marks information that follows a red-flag card. */
    GENERAL_INFORMATION,
    /** Something went wrong inside. */
    ERROR,
    /** Too many questions at once. */
    BUSY,
    /** A button belongs to a passage that has gone. */
    GONE,
    /** Two things cannot be compared. */
    NO_COMPARISON,
    /** Who may use a command is not the one who tried. */
    NOT_ALLOWED,
    /** An asker sends faster than anybody can read. */
    ONE_MOMENT,
    /** A picture, a voice message or the like came instead of words. */
    WORDS_ONLY,
    /** On the button that shares a question with the moderators, up to 60 characters. */
    SHARE_OFFER,
    /** A question was shared; up to 200 characters. */
    SHARED,
    /** A question is held no longer, or somebody else asked it; up to 200 characters. */
    SHARE_GONE,
    /** A question cannot be shared now; up to 200 characters. */
    SHARE_FAILED,
    /** Thanks for "this helped". */
    HELPED,
    /** Thanks for "not what I asked". */
    NOT_HELPED,
    /** How to ask in a group; {@code {bot}} is the bot's name there. */
    GROUP_START,
    /** In this group the bot is handed every message. */
    GROUP_HEARS_ALL,
    /** In this group the bot is handed only what is addressed to it. */
    GROUP_HEARS_SOME,
    /** The bot's profile, up to 512 characters. */
    PROFILE,
    /** The bot's profile in one line, up to 120 characters. */
    PROFILE_SHORT;

    /** The key in phrases.yaml: the name in lower case with hyphens. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The text of a fixed reply. */
  public String reply(Reply reply) {
    return replies.get(reply);
  }
}
