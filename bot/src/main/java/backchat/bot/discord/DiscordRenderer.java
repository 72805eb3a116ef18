package backchat.bot.discord;

import backchat.bot.conversation.Disclaimer;
import backchat.bot.conversation.Evidence;
import backchat.bot.conversation.Replies;
import backchat.bot.conversation.Reply;
import backchat.knowledge.Comparison;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Passage;
import backchat.knowledge.content.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Replies to messages of one or two embeds, within Discord's limits and without a mention. Pure: no
 * clock, no settings, nothing sent. Immutable.
 */
final class DiscordRenderer {
  private static final int FOUND = 0x2E7D32;
  private static final int URGENT = 0xC62828;
  private static final int CHOOSE = 0xF9A825;
  private static final int NOTICE = 0x607D8B;
  private static final int WHOLE = MessageEmbed.EMBED_MAX_LENGTH_BOT;
  private static final int VALUE = MessageEmbed.VALUE_MAX_LENGTH;
  private static final int TITLE = MessageEmbed.TITLE_MAX_LENGTH;
  private static final int FOOTER = 700;
  private static final int MOST_FIELDS = 18;

  private static final int MOST_CARD = 2_200;

  /** A reply as a message. */
  MessageCreateData render(Reply reply, Around around) {
    DiscordButtons buttons = new DiscordButtons(around);
    List<MessageEmbed> embeds = new ArrayList<>();
    MessageCreateBuilder message = new MessageCreateBuilder();
    switch (reply) {
      case Reply.OfPassage passage -> passage(passage, embeds, WHOLE, "", buttons);
      case Reply.OfComparison comparison -> {
        embeds.add(comparison(comparison));
        buttons.show();
      }
      case Reply.OfCard card -> card(card, embeds, buttons);
      case Reply.OfChoices choices -> {
        embeds.add(plain(choices.text(), CHOOSE));
        buttons.choices(choices.choices());
        buttons.choices(choices.apart());
      }
      case Reply.OfNotice notice -> embeds.add(plain(notice.text(), NOTICE));
      case Reply.OfPreview preview -> {
        MessageEmbed note = plain(preview.text(), CHOOSE);
        int room = WHOLE - note.getLength();
        preview.passage().ifPresent(p -> passage(p, embeds, room, "", new DiscordButtons(around)));
        embeds.add(note);
        buttons.choices(preview.choices());
      }
      case Reply.OfFile file -> {
        embeds.add(plain(file.text(), NOTICE));
        byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
        message.addFiles(FileUpload.fromData(content, file.name()));
      }
    }
    return message
        .setEmbeds(embeds)
        .setComponents(buttons.rows())
        .setAllowedMentions(List.of())
        .mentionRepliedUser(false)
        .build();
  }

  private static void passage(
      Reply.OfPassage reply,
      List<MessageEmbed> embeds,
      int room,
      String first,
      DiscordButtons buttons) {
    Passage passage = reply.passage();
    DiscordBody body = new DiscordBody(MOST_FIELDS);
    if (!first.isEmpty()) {
      body.add("**" + DiscordText.escaped(first) + "**");
    }
    body.add(passage.blocks());
    List<MessageEmbed.Field> last = new ArrayList<>();
    passage.cautions().ifPresent(caution -> last.add(field("Take care", caution, room / 8)));
    last.addAll(evidence(reply.evidence(), room));
    embeds.add(
        embed(
            DiscordText.escaped(passage.question()), body, last, reply.disclaimer(), FOUND, room));
    buttons.choices(reply.related());
    buttons.verdict(passage.id());
  }

  private static MessageEmbed comparison(Reply.OfComparison reply) {
    Comparison comparison = reply.comparison();
    DiscordBody body = new DiscordBody(MOST_FIELDS);
    body.add(DiscordText.escaped(comparison.table()));
    for (Comparison.Line line : comparison.lines()) {
      if (body.fields().size() < MOST_FIELDS) {
        body.field(
            line.label(),
            side(comparison.left(), line.left()) + "\n" + side(comparison.right(), line.right()));
      }
    }
    return embed(
        DiscordText.escaped(comparison.left() + " and " + comparison.right()),
        body,
        evidence(reply.evidence(), WHOLE),
        reply.disclaimer(),
        FOUND,
        WHOLE);
  }

  private static String side(String name, String cell) {
    String said = cell.isEmpty() ? "not stated" : DiscordText.sentences(cell, 400);
    return "**"
        + DiscordText.cut(DiscordText.escaped(name), 80)
        + ":** "
        + DiscordText.escaped(said);
  }

  private static void card(Reply.OfCard card, List<MessageEmbed> embeds, DiscordButtons buttons) {
    StringBuilder text = new StringBuilder("**" + DiscordText.escaped(card.title()) + "**\n\n");
    text.append(DiscordText.escaped(card.text().strip().replaceAll("\n+", "\n\n"))).append("\n\n");
    card.numbers().forEach(n -> text.append("- ").append(DiscordText.escaped(n)).append('\n'));
    EmbedBuilder urgent =
        new EmbedBuilder()
            .setColor(URGENT)
            .setTitle(DiscordText.cut(DiscordText.escaped(card.opening()), TITLE))
            .setDescription(DiscordText.cut(text.toString().strip(), MOST_CARD));
    if (card.then().isEmpty()) {
      embeds.add(urgent.setFooter(footer(card.disclaimer())).build());
      buttons.show();
      return;
    }
    embeds.add(urgent.build());
    int left = WHOLE - embeds.getFirst().getLength();
    passage(card.then().get(), embeds, left, card.general(), buttons);
  }

  private static MessageEmbed plain(List<Block> blocks, int colour) {
    DiscordBody body = new DiscordBody(MOST_FIELDS);
    body.add(blocks);
    String text = body.description(MessageEmbed.DESCRIPTION_MAX_LENGTH, "");
    EmbedBuilder embed = new EmbedBuilder().setColor(colour);
    embed.setDescription(text.isBlank() ? "-" : text);
    body.fields(WHOLE - text.length()).forEach(embed::addField);
    return embed.build();
  }

  private static MessageEmbed embed(
      String title,
      DiscordBody body,
      List<MessageEmbed.Field> last,
      Disclaimer disclaimer,
      int colour,
      int room) {
    EmbedBuilder embed = new EmbedBuilder().setColor(colour);
    embed.setTitle(DiscordText.cut(title, TITLE));
    embed.setFooter(footer(disclaimer));
    int fixed = embed.length();
    for (MessageEmbed.Field field : last) {
      fixed += field.getName().length() + field.getValue().length();
    }
    int least = Math.min(600, room - fixed);
    List<MessageEmbed.Field> rows = body.fields(room - fixed - least);
    int taken = rows.stream().mapToInt(f -> f.getName().length() + f.getValue().length()).sum();
    boolean whole = rows.size() == body.fields().size();
    int most = Math.min(MessageEmbed.DESCRIPTION_MAX_LENGTH, room - fixed - taken);
    String text = body.description(most, "*Shortened; the sources say more.*");
    embed.setDescription(whole ? text : DiscordText.cut(text, most));
    rows.forEach(embed::addField);
    last.forEach(embed::addField);
    return embed.build();
  }

  /** The grade, and every source; as many fields as the sources need. */
  private static List<MessageEmbed.Field> evidence(Evidence evidence, int room) {
    List<MessageEmbed.Field> fields = new ArrayList<>();
    fields.add(field("Evidence", evidence.grade(), room / 8));
    int each = room * 2 / 5 / Math.max(1, evidence.sources().size()) - 4;
    String value = "";
    for (Source source : evidence.sources()) {
      String line = "- " + citation(source, each);
      if (!value.isEmpty() && value.length() + 1 + line.length() > VALUE) {
        fields.add(sources(fields.size(), value));
        value = "";
      }
      value += (value.isEmpty() ? "" : "\n") + line;
    }
    fields.add(sources(fields.size(), value));
    return fields;
  }

  private static MessageEmbed.Field sources(int before, String value) {
    String name = before == 1 ? "Sources" : "More sources";
    return new MessageEmbed.Field(name, value.isEmpty() ? "-" : value, false);
  }

  /** A source with its link, its title shortened where both do not fit. */
  private static String citation(Source source, int most) {
    String title = Replies.citation(source);
    String linked =
        source.link().map(link -> DiscordText.link(title, link)).orElse(DiscordText.escaped(title));
    if (linked.length() <= most) {
      return linked;
    }
    int address = source.link().map(String::length).orElse(0) + 24;
    return most - address > 40
        ? DiscordText.link(
            DiscordText.cut(title, (most - address) * 4 / 5), source.link().orElse(""))
        : DiscordText.escaped(DiscordText.cut(title, most * 4 / 5));
  }

  /** A field whose text is shortened at the end of a sentence, and escaped after that. */
  private static MessageEmbed.Field field(String name, String text, int most) {
    String value = DiscordText.escaped(DiscordText.sentences(text, Math.min(VALUE * 3 / 4, most)));
    return new MessageEmbed.Field(
        name, value.isBlank() ? "-" : DiscordText.cut(value, VALUE), false);
  }

  private static String footer(Disclaimer disclaimer) {
    String edition = disclaimer.edition() > 0 ? " Edition " + disclaimer.edition() + "." : "";
    return DiscordText.cut(DiscordText.plain(disclaimer.text()), FOOTER) + edition;
  }
}
