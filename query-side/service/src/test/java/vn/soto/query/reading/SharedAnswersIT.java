package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.link.IdKind;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.web.AnswerKeys;
import vn.soto.web.EndpointRight;

/** With whom a reader shares answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SharedAnswersIT {

    private final TwoCommunes world = new TwoCommunes();
    private final QuerySideFixture side = world.side();

    SharedAnswersIT() {
        side.upTo(world.log.ledger.tail().number());
    }

    @AfterAll
    void close() {
        side.close();
    }

    private Object rights(String account) {
        ServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/dashboards/c-in"))
                .mutate()
                .principal(Mono.just(UsernamePasswordAuthenticationToken.authenticated(account, "", Set.of())))
                .build();
        return Objects.requireNonNull(
                        side.bean(AnswerKeys.class).of(exchange, 0).block())
                .rights();
    }

    @Test
    void accountsWithTheSameRolesInTheSameAreasShare() {
        assertThat(rights("officer")).as("by another grant").isEqualTo(rights("account-in"));
        assertThat(rights("officer"))
                .as("of another commune")
                .isNotEqualTo(rights("account-out"))
                .as("with another role")
                .isNotEqualTo(rights("viewer"))
                .as("of the whole")
                .isNotEqualTo(rights("auditor"))
                .as("without any")
                .isNotEqualTo(rights("nobody"));
    }

    @Test
    void aReaderWhoseGrantEndsSharesNoLongerFromTheNextAnswerOn() {
        world.grant("leaving", Role.OFFICER, Area.of(new UnitId("c-in")));
        assertThat(rights("leaving")).isEqualTo(rights("officer"));
        world.end("leaving", TwoCommunes.DAY);
        assertThat(rights("leaving")).isNotEqualTo(rights("officer")).isEqualTo(rights("nobody"));
    }

    @Test
    void anAnswerForOthersTooHoldsNothingBecauseItIsTheAskersOwn() {
        String sender = "tester";
        world.grant(sender, Role.OFFICER, Area.of(new UnitId("c-out")));
        long known = side.upTo(world.log.ledger.tail().number())
                .projections()
                .folded()
                .number();
        Readers readers = side.bean(Readers.class);
        Asker asker = new Asker(sender, Set.of(), "/", false);

        Reader alone = readers.of(asker, known);
        assertThat(alone.reaches(EndpointRight.RECORDS, IdKind.HOUSEHOLD, "h-out"))
                .isTrue();
        assertThat(alone.decidedByRightsAlone()).isTrue();
        assertThat(alone.reaches(EndpointRight.RECORDS, IdKind.PLAN, "l-in")).isTrue();
        assertThat(alone.decidedByRightsAlone()).isFalse();

        Reader forOthers = readers.of(asker.alsoForOthers(), known);
        assertThat(forOthers.reaches(EndpointRight.RECORDS, IdKind.HOUSEHOLD, "h-out"))
                .isTrue();
        assertThat(forOthers.reaches(EndpointRight.RECORDS, IdKind.PLAN, "l-in"))
                .isFalse();
    }
}
