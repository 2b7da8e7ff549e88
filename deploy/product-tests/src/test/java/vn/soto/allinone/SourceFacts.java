package vn.soto.allinone;

import java.util.ArrayList;
import java.util.List;
import vn.soto.allinone.ClassNamesTest.Declarations;
import vn.soto.allinone.ClassNamesTest.Declared;
import vn.soto.allinone.JavadocSentences.Sentence;
import vn.soto.allinone.SourceSizeTest.LongMethods;

/**
 * Facts from the syntax trees of all sources, which are parsed once for all rules about them.
 *
 * @param classes     of main sources
 * @param longMethods of main sources, with their files and lengths
 * @param sentences   of the Javadoc of main and test sources
 */
record SourceFacts(List<Declared> classes, List<String> longMethods, List<Sentence> sentences) {

    static final SourceFacts ALL = read();

    private static SourceFacts read() {
        List<Declared> classes = new ArrayList<>();
        List<String> longMethods = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        ModuleSources.parse(ModuleSources.files(), (unit, trees) -> {
            unit.accept(new Declarations(unit, classes), null);
            unit.accept(new LongMethods(unit, trees.getSourcePositions(), longMethods), null);
            sentences.addAll(JavadocSentences.of(unit, trees));
        });
        ModuleSources.parse(
                ModuleSources.testFiles(), (unit, trees) -> sentences.addAll(JavadocSentences.of(unit, trees)));
        return new SourceFacts(List.copyOf(classes), List.copyOf(longMethods), List.copyOf(sentences));
    }
}
