package vn.soto.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.testkit.Seeds;

final class HistoryCheckerTest {

    private static final int SOUND = Boolean.getBoolean("soto.long") ? 100 : 30;
    private static final int PLANTED = Boolean.getBoolean("soto.long") ? 8 : 3;

    @Test
    void aSoundHistoryBreaksNoRule() {
        Seeds.each(SOUND, seed -> assertThat(SoundRun.of(seed).check()).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void catches(Mutant mutant) {
        Seeds.each(
                PLANTED,
                seed -> assertThat(mutant.change().apply(SoundRun.of(seed)).check())
                        .extracting(Violation::rule)
                        .contains(mutant.rule()));
    }

    @Test
    void aMutantIsPlantedForEachRule() {
        assertThat(mutants().map(Mutant::rule)).contains(HistoryRule.values());
        assertThat(mutants().map(Mutant::name)).doesNotHaveDuplicates();
    }

    @Test
    void whatWasThereBeforeTheRunNeedNotHaveBeenAskedFor() {
        Run run = SoundRun.of(1);
        StoredCommits ledger = new StoredCommits(run.commits());
        History nobodyDidAnything = History.ofOneProcess();

        assertThat(HistoryChecker.check(nobodyDidAnything, ledger, ledger.tail().number()))
                .isEmpty();
        assertThat(HistoryChecker.check(nobodyDidAnything, ledger))
                .hasSize(run.commits().size())
                .extracting(Violation::rule)
                .containsOnly(HistoryRule.NOTHING_IS_INVENTED);
    }

    private static Stream<Mutant> mutants() {
        return Stream.of(StoredMutants.ALL, AppendMutants.ALL, ReadMutants.ALL).flatMap(List::stream);
    }
}
