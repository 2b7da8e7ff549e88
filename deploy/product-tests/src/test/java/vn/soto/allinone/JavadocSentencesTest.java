package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.Test;
import vn.soto.allinone.JavadocSentences.Sentence;

/**
 * Every sentence of Javadoc is read once, in tests too. It has at most 25 words and fewer than four relative pronouns.
 * Unless it is a question, it does not begin with a relative clause, which has no noun to rest on.
 */
final class JavadocSentencesTest {

    private static final String LONG = "word ".repeat(25);

    @Test
    void everySentenceIsReadOnce() {
        assertThat(SourceFacts.ALL.sentences()).hasSizeGreaterThan(15_000);
        assertThat(SourceFacts.ALL.sentences().stream()
                        .flatMap(sentence -> sentence.faults().stream()
                                .map(fault -> sentence.file() + ":" + sentence.line() + " " + fault + ": "
                                        + sentence.text())))
                .isEmpty();
    }

    @Test
    void refusesABeginning() {
        assertThat(faults(
                        "The team. What a team does.",
                        "The team.\n * <p>Who leads it",
                        "The team.\n *\n * @param name what it is called",
                        "The team.\n *\n * @return where it works",
                        "(Where it works.)",
                        "Which team helps.",
                        "Of whom it is."))
                .hasSize(7)
                .containsOnly("begins with a relative clause");
    }

    @Test
    void refusesALongSentence() {
        assertThat(faults(
                        "A " + LONG,
                        "A team; " + LONG + ": all, {@link Object of them}.",
                        "A team.\n *\n * @param name a " + LONG))
                .containsExactly("26 words", "30 words", "26 words");
    }

    @Test
    void refusesFourRelativePronouns() {
        assertThat(faults(
                        "The team that knows what it did, where it was and whom it helped.",
                        "Says which team, whose it is, where, and who leads."))
                .containsExactly("4 relative pronouns", "4 relative pronouns");
    }

    @Test
    void acceptsQuestionsCodeAndThree() {
        assertThat(faults(
                        "What does a team do?",
                        "Whoever leads, whatever the team.",
                        "A member.\n *\n * @param day on which the member left\n * @param team whose member it is",
                        "A team, which helps whom it meets: those who ask.\n * What then?",
                        "{@code what is no sentence, who, whom, that, which}, {@link Object#equals}",
                        "<pre>\n * what who where which that whom whose\n * </pre>",
                        "A team.\n *\n * @see Object what it is",
                        "A team, e.g. of {@code a b c d e f g h i j k l m n o p q r s t u v w x y z}."))
                .isEmpty();
    }

    @Test
    void tellsTheLineAndReadsEveryDeclaration() {
        assertThat(sentences("""
                        /** A package. */
                        package sample;

                        /**
                         * A class.
                         * Its second sentence,
                         * on two lines. Its third.
                         *
                         * @param <T> a type
                         */
                        class Sample<T> {
                            /** A field. */
                            int field;

                            /** A method, {@code one
                             * two}. Its end. */
                            void method() {}
                        }
                        """))
                .extracting(Sentence::text, Sentence::line)
                .containsExactly(
                        tuple("A package.", 1L),
                        tuple("A class.", 5L),
                        tuple("Its second sentence, on two lines.", 6L),
                        tuple("Its third.", 7L),
                        tuple("a type", 9L),
                        tuple("A field.", 12L),
                        tuple("A method, {@code\u00a0one\u00a0two}.", 15L),
                        tuple("Its end.", 16L));
    }

    private static List<String> faults(String... comments) {
        return sentences(Stream.of(comments)
                        .map(comment -> "/**\n * " + comment + "\n */\ninterface Sample {}\n")
                        .collect(Collectors.joining()))
                .stream()
                .flatMap(sentence -> sentence.faults().stream())
                .toList();
    }

    private static List<Sentence> sentences(String source) {
        List<Sentence> found = new ArrayList<>();
        JavaFileObject sample =
                new SimpleJavaFileObject(URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        ModuleSources.parse(null, List.of(sample), (unit, trees) -> found.addAll(JavadocSentences.of(unit, trees)));
        return found;
    }
}
