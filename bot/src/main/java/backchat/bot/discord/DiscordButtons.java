package backchat.bot.discord;

import backchat.bot.conversation.ActionCodes;
import backchat.bot.conversation.Choice;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/** The rows of buttons and menus under one message. Confined to one thread. */
final class DiscordButtons {
  /** More choices than this become a menu. */
  static final int MOST_BUTTONS = 3;

  private static final int LABEL = Button.LABEL_MAX_LENGTH;
  private static final int ENTRY = SelectOption.LABEL_MAX_LENGTH;
  private static final int ENTRIES = StringSelectMenu.OPTIONS_MAX_AMOUNT;
  private static final int MOST_ROWS = 5;

  private final Around around;
  private final List<ActionRow> rows = new ArrayList<>();
  private int number;

  DiscordButtons(Around around) {
    this.around = around;
  }

  List<ActionRow> rows() {
    return rows.subList(0, Math.min(MOST_ROWS, rows.size()));
  }

  /** Adds choices: up to three as buttons, more as menus. */
  void choices(List<Choice> choices) {
    List<Choice> distinct = distinct(choices);
    if (distinct.isEmpty()) {
      return;
    }
    if (distinct.size() <= MOST_BUTTONS) {
      rows.add(ActionRow.of(distinct.stream().map(this::button).toList()));
      return;
    }
    for (int from = 0; from < distinct.size(); from += ENTRIES) {
      rows.add(menu(distinct.subList(from, Math.min(distinct.size(), from + ENTRIES))));
    }
  }

  private static List<Choice> distinct(List<Choice> choices) {
    List<Choice> distinct = new ArrayList<>();
    for (Choice choice : choices) {
      if (distinct.stream().noneMatch(other -> other.action().equals(choice.action()))) {
        distinct.add(choice);
      }
    }
    return distinct;
  }

  private ActionRow menu(List<Choice> choices) {
    StringSelectMenu.Builder menu =
        StringSelectMenu.create(id(CustomIds.Kind.MENU, "")).setPlaceholder("Choose one");
    choices.forEach(
        choice -> menu.addOption(label(choice, ENTRY), ActionCodes.of(choice.action())));
    return ActionRow.of(menu.build());
  }

  private Button button(Choice choice) {
    return Button.secondary(
        id(CustomIds.Kind.ACTION, ActionCodes.of(choice.action())), label(choice, LABEL));
  }

  /** Adds the buttons under a passage: was it right, and may others see it. */
  void verdict(String passage) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(button(new Choice("This helped", new Choice.Rate(passage, true))));
    buttons.add(button(new Choice("Not what I asked", new Choice.Rate(passage, false))));
    around.show().ifPresent(code -> buttons.add(show(code)));
    rows.add(ActionRow.of(buttons));
  }

  /** Adds the button that shows a private answer to others, where there is something to show. */
  void show() {
    around.show().ifPresent(code -> rows.add(ActionRow.of(show(code))));
  }

  private Button show(String code) {
    return Button.primary(id(CustomIds.Kind.SHOW, code), "Show to the channel");
  }

  private String id(CustomIds.Kind kind, String code) {
    return new CustomIds(kind, code, around.target()).text(number++);
  }

  private static String label(Choice choice, int most) {
    String label = DiscordText.cut(DiscordText.plain(choice.label()).strip(), most);
    return label.isEmpty() ? "?" : label;
  }
}
