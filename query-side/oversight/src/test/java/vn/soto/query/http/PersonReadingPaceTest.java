package vn.soto.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.testing.EventLog;
import vn.soto.testkit.SettableClock;
import vn.soto.web.Problem;

/** How many persons' data an account opens, counted by a clock that stands still unless it is set. */
final class PersonReadingPaceTest {

    private final SettableClock clock = new SettableClock(EventLog.START);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PersonReadingPace pace = new PersonReadingPace(
            new Binder(new MapConfigurationPropertySource(Map.of(
                            "soto.query.page-limit", "10",
                            "soto.query.persons-at-once", "60",
                            "soto.query.persons-within", "1h")))
                    .bindOrCreate("soto.query", QuerySettings.class),
            clock,
            meters);

    private int named;

    /** So many persons who were not shown before. */
    private List<String> others(int persons) {
        return IntStream.range(0, persons).mapToObj(each -> "member:" + named++).toList();
    }

    private Problem refused(String account, int persons) {
        return catchThrowableOfType(QueryProblemException.class, () -> pace.take(account, others(persons)))
                .problem();
    }

    /** A leader turns the pages of 50 names again and again. */
    @Test
    void aPersonCountsOnceWithinTheTime() {
        List<String> own = others(50);
        for (int page = 0; page < 30; page++) {
            pace.take("a", own);
        }
        pace.take("a", others(10));
        assertThat(refused("a", 1).status()).isEqualTo(429);
        pace.take("a", own);

        clock.set(clock.instant().plus(Duration.ofHours(1)));
        pace.take("a", own);
        assertThat(refused("a", 11).retryAfter()).as("they count again").isEqualTo(60);
    }

    @Test
    void whoeverOpensTheDataOfTooManyPersonsIsToldToWaitAndForHowLong() {
        pace.take("a", others(50));
        Problem told = refused("a", 20);

        assertThat(told.status()).isEqualTo(429);
        assertThat(told.code()).isEqualTo("too-many-persons");
        // Ten persons too many; one is forgotten each minute.
        assertThat(told.retryAfter()).isEqualTo(600);
        clock.set(clock.instant().plus(Duration.ofMinutes(10)));
        pace.take("a", others(20));
    }

    @Test
    void aRefusalCostsNothingAndConcernsTheAccountAlone() {
        pace.take("a", others(60));
        assertThat(refused("a", 1).retryAfter()).isEqualTo(60);
        assertThat(refused("a", 1).retryAfter()).isEqualTo(60);
        pace.take("b", others(60));
    }

    @Test
    void anAlarmIsCountedOnceForAnAccountAndEndsWithTheTime() {
        assertThat(pace.alarm()).isEmpty();
        pace.take("a", others(60));
        refused("a", 1);
        refused("a", 1);
        assertThat(pace.alarm()).contains(1);
        assertThat(meters.get("soto.personal-data.reads.too-many").counter().count())
                .isEqualTo(2);
        clock.set(clock.instant().plus(Duration.ofHours(2)));
        assertThat(pace.alarm()).isEmpty();
        pace.take("a", others(60));
        refused("a", 1);
        assertThat(pace.alarm()).contains(2);
    }
}
