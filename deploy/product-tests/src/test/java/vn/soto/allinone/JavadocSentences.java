package vn.soto.allinone;

import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.SnippetTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTreeScanner;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Javadoc of a file sentence by sentence. A sentence ends at a full stop, an exclamation or a question mark,
 * and with its paragraph, list item or tag. An inline tag without words of its own counts as one word.
 */
final class JavadocSentences extends TreePathScanner<Void, Void> {

    private static final String BREAK = "\0";
    private static final Pattern END = Pattern.compile("[.!?][)\"”]*(?=\\s)|" + BREAK);
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "li",
            "ul",
            "ol",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "td",
            "th",
            "dl",
            "dt",
            "dd",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "blockquote",
            "br");

    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final List<Sentence> sentences = new ArrayList<>();

    private JavadocSentences(CompilationUnitTree unit, DocTrees trees) {
        this.unit = unit;
        this.trees = trees;
    }

    static List<Sentence> of(CompilationUnitTree unit, DocTrees trees) {
        JavadocSentences reader = new JavadocSentences(unit, trees);
        reader.scan(unit, null);
        return reader.sentences;
    }

    /** @param line number of the line on which it begins */
    record Sentence(String file, long line, String text) {

        private static final int MOST_WORDS = 25;
        private static final int MOST_PRONOUNS = 3;
        private static final Pattern BLANKS = Pattern.compile("\\s+");
        /** Around a word; the braces of an inline tag belong to it, so that it is no pronoun. */
        private static final Pattern MARKS = Pattern.compile("^[^\\p{L}\\p{N}{]+|[^\\p{L}\\p{N}}]+$");

        private static final Set<String> PRONOUNS = Set.of("which", "who", "whom", "whose", "that", "what", "where");

        /** After the name of a parameter, which and whose have that as their noun. */
        private static final Pattern CLAUSE = Pattern.compile("\\W*(?:(?i:what|who|where)|Which|Whom|Whose|"
                + "(?:After|At|Before|Beside|By|For|From|In|Of|On|To|Under|Up to|With|Without)"
                + " (?:what|who|whom|whose|where|which))\\b.*");

        /** The rules that it breaks. */
        List<String> faults() {
            List<String> words = BLANKS.splitAsStream(text)
                    .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
                    .map(word -> MARKS.matcher(word).replaceAll("").toLowerCase(Locale.ROOT))
                    .toList();
            long pronouns = words.stream().filter(PRONOUNS::contains).count();
            List<String> faults = new ArrayList<>();
            if (words.size() > MOST_WORDS) {
                faults.add(words.size() + " words");
            }
            if (pronouns > MOST_PRONOUNS) {
                faults.add(pronouns + " relative pronouns");
            }
            if (CLAUSE.matcher(text).matches() && !text.endsWith("?")) {
                faults.add("begins with a relative clause");
            }
            return faults;
        }
    }

    @Override
    public @Nullable Void visitPackage(PackageTree tree, @Nullable Void nothing) {
        read();
        return super.visitPackage(tree, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        read();
        return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
        read();
        return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        read();
        return super.visitVariable(tree, null);
    }

    private void read() {
        DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
        if (comment != null) {
            Text text = new Text(comment);
            text.scan(comment, null);
            sentences.addAll(text.sentences());
        }
    }

    /** The words of a comment, with {@link #BREAK} at the ends of its blocks. */
    private final class Text extends DocTreeScanner<Void, Void> {

        private final DocCommentTree comment;
        private final StringBuilder text = new StringBuilder();
        private final NavigableMap<Integer, Long> lines = new TreeMap<>();
        private boolean code;

        Text(DocCommentTree comment) {
            this.comment = comment;
        }

        List<Sentence> sentences() {
            List<Sentence> found = new ArrayList<>();
            text.append(BREAK);
            Matcher end = END.matcher(text);
            int from = 0;
            while (end.find()) {
                String words = text.substring(from, end.end())
                        .replace(BREAK, "")
                        .replaceAll("\\s+", " ")
                        .strip();
                if (!words.isEmpty()) {
                    found.add(new Sentence(unit.getSourceFile().getName(), line(from), words));
                }
                from = end.end();
            }
            return found;
        }

        private long line(int offset) {
            int at = offset;
            while (Character.isWhitespace(text.charAt(at)) || BREAK.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            Map.Entry<Integer, Long> known = Objects.requireNonNull(lines.floorEntry(at));
            return known.getValue()
                    + text.substring(known.getKey(), at)
                            .chars()
                            .filter(each -> each == '\n')
                            .count();
        }

        private void append(DocTree tree, String words) {
            if (!code) {
                long position = trees.getSourcePositions().getStartPosition(unit, comment, tree);
                lines.put(text.length(), unit.getLineMap().getLineNumber(position));
                text.append(words);
            }
        }

        private void word(DocTree tree) {
            append(tree, tree.toString().replaceAll("\\s+", "\u00a0"));
        }

        @Override
        public @Nullable Void visitDocComment(DocCommentTree tree, @Nullable Void nothing) {
            scan(tree.getFullBody(), null);
            return scan(tree.getBlockTags(), null);
        }

        @Override
        public @Nullable Void visitText(TextTree tree, @Nullable Void nothing) {
            append(tree, tree.getBody());
            return null;
        }

        @Override
        public @Nullable Void visitEntity(EntityTree tree, @Nullable Void nothing) {
            word(tree);
            return null;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
            word(tree);
            return null;
        }

        @Override
        public @Nullable Void visitValue(ValueTree tree, @Nullable Void nothing) {
            word(tree);
            return null;
        }

        @Override
        public @Nullable Void visitLink(LinkTree tree, @Nullable Void nothing) {
            if (tree.getLabel().isEmpty()) {
                word(tree);
            } else {
                scan(tree.getLabel(), null);
            }
            return null;
        }

        @Override
        public @Nullable Void visitStartElement(StartElementTree tree, @Nullable Void nothing) {
            element(tree.getName(), true);
            return null;
        }

        @Override
        public @Nullable Void visitEndElement(EndElementTree tree, @Nullable Void nothing) {
            element(tree.getName(), false);
            return null;
        }

        private void element(Name name, boolean begins) {
            if (BLOCKS.contains(name.toString())) {
                text.append(BREAK);
            }
            if (name.contentEquals("pre")) {
                code = begins;
            }
        }

        @Override
        public @Nullable Void visitParam(ParamTree tree, @Nullable Void nothing) {
            return block(tree.getDescription());
        }

        @Override
        public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
            return block(tree.getDescription());
        }

        @Override
        public @Nullable Void visitThrows(ThrowsTree tree, @Nullable Void nothing) {
            return block(tree.getDescription());
        }

        @Override
        public @Nullable Void visitDeprecated(DeprecatedTree tree, @Nullable Void nothing) {
            return block(tree.getBody());
        }

        private @Nullable Void block(List<? extends DocTree> description) {
            text.append(BREAK);
            scan(description, null);
            text.append(BREAK);
            return null;
        }

        @Override
        public @Nullable Void visitSee(SeeTree tree, @Nullable Void nothing) {
            return null;
        }

        @Override
        public @Nullable Void visitSnippet(SnippetTree tree, @Nullable Void nothing) {
            return null;
        }
    }
}
