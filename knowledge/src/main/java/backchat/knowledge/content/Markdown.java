package backchat.knowledge.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Markdown to blocks. Only paragraphs and flat lists are allowed. Confined to one thread. */
final class Markdown {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

  private static final Pattern GAPS = Pattern.compile("\\s+");

  private final String file;
  private final int firstLine;
  private final Problems problems;

  /**
   * @param firstLine the line of the file on which the Markdown begins, from 1
   */
  Markdown(String file, int firstLine, Problems problems) {
    this.file = file;
    this.firstLine = firstLine;
    this.problems = problems;
  }

  /** The blocks of the text; whatever is not allowed has been noted and left out. */
  List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    Document document = (Document) PARSER.parse(text);
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Paragraph paragraph -> blocks.add(new Block.Paragraph(text(paragraph)));
        case BulletList list -> blocks.add(new Block.Points(false, items(list)));
        case OrderedList list -> blocks.add(new Block.Points(true, items(list)));
        default ->
            refuse(node, "only paragraphs and `- ` or `1. ` lists; write it as one of these");
      }
    }
    return blocks;
  }

  private List<String> items(Node list) {
    List<String> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (item instanceof ListItem
          && item.getFirstChild() instanceof Paragraph paragraph
          && paragraph.getNext() == null) {
        items.add(text(paragraph));
      } else {
        refuse(item, "a point holds one paragraph and no list of its own; split it");
      }
    }
    return items;
  }

  private String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text piece) {
            text.append(piece.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak lineBreak) {
            text.append(' ');
          }

          @Override
          public void visit(HardLineBreak lineBreak) {
            text.append(' ');
          }

          @Override
          public void visit(Code code) {
            refuse(code, "code marks are not shown; remove the backticks");
          }

          @Override
          protected void visitChildren(Node parent) {
            if (parent != node) {
              refuse(parent, "plain text only: no bold, links, images or HTML; remove the marks");
            }
            super.visitChildren(parent);
          }
        });
    return GAPS.matcher(text.toString().strip()).replaceAll(" ");
  }

  private void refuse(Node node, String advice) {
    int line =
        node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().getFirst().getLineIndex();
    problems.error(file, firstLine + line, advice);
  }
}
