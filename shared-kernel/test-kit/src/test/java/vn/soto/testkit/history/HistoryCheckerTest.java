package vn.soto.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.testkit.Seeds;

final class HistoryCheckerTest {

    private static final int SOUND = Boolean.getBoolean("soto.long") ? 100 : 6;
    private static final int PLANTED = Boolean.getBoolean("soto.long") ? 8 : 1;

    /** By seed; a change makes a run of its own. */
    private static final Map<Long, Run> RUNS = new ConcurrentHashMap<>();

    private static Run sound(long seed) {
        return RUNS.computeIfAbsent(seed, SoundRun::of);
    }

    @Test
    void aSoundHistoryBreaksNoRule() {
        Seeds.each(SOUND, seed -> assertThat(sound(seed).check()).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void catches(Mutant mutant) {
        Seeds.each(
                PLANTED,
                seed -> assertThat(mutant.change().apply(sound(seed)).check())
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
        Run run = sound(1);
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
