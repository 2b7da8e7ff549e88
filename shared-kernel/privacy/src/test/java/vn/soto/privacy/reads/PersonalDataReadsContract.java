package vn.soto.privacy.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Sealed;
import vn.soto.privacy.reads.PersonalDataReads.Found;
import vn.soto.privacy.reads.PersonalDataReads.Search;

/** The behaviour of the register of reads, whichever store it is in. */
abstract class PersonalDataReadsContract {

    static final Instant NINE = Instant.parse("2026-07-01T02:00:00.123Z");

    abstract PersonalDataReads reads();

    static PersonalDataRead read(int minutes, String account, String subject) {
        return new PersonalDataRead(
                NINE.plusSeconds(60L * minutes), account, "officer", subject, "/api/members/x", null, null);
    }

    static Search search(@Nullable String subject, @Nullable String account, int limit) {
        return new Search(subject, account, null, null, null, limit);
    }

    private List<PersonalDataRead> all(Search search) {
        List<PersonalDataRead> all = new ArrayList<>();
        Found found = reads().find(search);
        all.addAll(found.reads());
        while (found.next().isPresent()) {
            found = reads().find(new Search(
                    search.subject(),
                    search.account(),
                    search.from(),
                    search.until(),
                    found.next().get(),
                    search.limit()));
            all.addAll(found.reads());
        }
        return all;
    }

    @Test
    void whatWasReadIsThereAsItWasNewestFirst() {
        PersonalDataRead first = new PersonalDataRead(
                NINE, "cán-bộ \"Lan\"", "officer", "member:m-1", "/api/teams/t/timeline?asOf=12&limit=3", null, null);
        reads().append(List.of(first, read(1, "b", "household:h-1")));
        reads().append(List.of(read(2, "a", "member:m-2")));

        assertThat(all(search(null, null, 50)))
                .containsExactly(read(2, "a", "member:m-2"), read(1, "b", "household:h-1"), first);
    }

    @Test
    void theReasonForWhichANameWasOpenedIsKept() {
        PersonalDataRead opened = new PersonalDataRead(
                NINE, "kiem-tra", "auditor", "member:m-1", "/api/names", "COMPLAINT", new Sealed("A".repeat(40)));
        reads().append(List.of(opened, read(1, "b", "household:h-1")));

        assertThat(all(search(null, null, 50))).containsExactly(read(1, "b", "household:h-1"), opened);
    }

    @Test
    void anAuditorFindsWhoReadOnePersonAndWhatOneAccountRead() {
        IntStream.range(0, 30).forEach(i -> reads().append(List.of(read(i, "account-" + i % 3, "member:m-" + i % 5))));

        assertThat(all(search("member:m-2", null, 2)))
                .extracting(PersonalDataRead::at)
                .containsExactly(IntStream.of(27, 22, 17, 12, 7, 2)
                        .mapToObj(i -> NINE.plusSeconds(60L * i))
                        .toArray(Instant[]::new));
        assertThat(all(search(null, "account-1", 4)))
                .hasSize(10)
                .allMatch(read -> read.account().equals("account-1"));
        assertThat(all(search("member:m-2", "account-1", 1))).hasSize(2);
        assertThat(all(search("member:m-9", null, 4))).isEmpty();
    }

    @Test
    void aSpanOfTimeEndsBeforeItsEnd() {
        IntStream.range(0, 10).forEach(i -> reads().append(List.of(read(i, "a", "member:m"))));

        assertThat(all(new Search(null, null, NINE.plusSeconds(120), NINE.plusSeconds(300), null, 2)))
                .extracting(PersonalDataRead::at)
                .containsExactly(NINE.plusSeconds(240), NINE.plusSeconds(180), NINE.plusSeconds(120));
    }

    @Test
    void aPageIsFollowedByWhatIsOlderWhateverIsAddedMeanwhile() {
        IntStream.range(0, 5).forEach(i -> reads().append(List.of(read(i, "a", "member:m-" + i))));
        Found first = reads().find(search(null, null, 2));
        reads().append(List.of(read(9, "a", "member:new")));

        Found second =
                reads().find(new Search(null, null, null, null, first.next().orElseThrow(), 50));

        assertThat(first.reads()).extracting(PersonalDataRead::subject).containsExactly("member:m-4", "member:m-3");
        assertThat(second.reads())
                .extracting(PersonalDataRead::subject)
                .containsExactly("member:m-2", "member:m-1", "member:m-0");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void whatIsNoCursorIsRefused() {
        assertThatThrownBy(() -> reads().find(new Search(null, null, null, null, "no cursor", 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 32 at once, each with three entries. */
    @Test
    void nothingIsLostOfWhatManyReadAtOnce() throws InterruptedException, ExecutionException {
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            List<Callable<Boolean>> calls = IntStream.range(0, 32)
                    .<Callable<Boolean>>mapToObj(caller -> () -> {
                        reads().append(IntStream.range(0, 3)
                                .mapToObj(i -> read(caller, "account-" + caller, "member:m-" + i))
                                .toList());
                        return all(search(null, "account-" + caller, 50)).size() == 3;
                    })
                    .toList();
            for (Future<Boolean> call : callers.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        }
        assertThat(all(search(null, null, 7))).hasSize(96);
    }
}
