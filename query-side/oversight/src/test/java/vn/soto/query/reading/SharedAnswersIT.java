package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Commit;
import vn.soto.query.subject.IdKind;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.web.AnswerKeys;
import vn.soto.web.EndpointRight;
import vn.soto.web.PageReading;

/** The accounts with which a reader shares answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SharedAnswersIT {

    private final TwoCommunes world = new TwoCommunes();

    @AutoClose
    private final QuerySideFixture side = world.side();

    SharedAnswersIT() {
        side.upTo(world.log.ledger.tail().number());
    }

    private AnswerKeys.Key key(String account, @Nullable PageReading page) {
        ServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/dashboards/c-in"))
                .mutate()
                .principal(Mono.just(UsernamePasswordAuthenticationToken.authenticated(account, "", Set.of())))
                .build();
        if (page != null) {
            exchange.getAttributes().put(AnswerKeys.PAGE, page);
        }
        return Objects.requireNonNull(
                side.bean(AnswerKeys.class).of(exchange, 0).block());
    }

    private Object rights(String account) {
        return key(account, null).rights();
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

        Commit own = (Commit) world.log
                .ledger
                .read(Objects.requireNonNull(world.commits.get("in")), 1)
                .getFirst();
        Reader sees = readers.of(asker, known);
        assertThat(own.actor()).isEqualTo(sender);
        assertThat(sees.<Boolean>answered(() -> isSeen(own))).isTrue();
        assertThat(sees.decidedByRightsAlone()).isFalse();
        assertThat(forOthers.<Boolean>answered(() -> isSeen(own))).isFalse();
    }

    private static boolean isSeen(Commit commit) {
        return commit.events().stream().allMatch(event -> EventLocations.isSeen(event, commit));
    }

    private EntityExchangeResult<byte[]> asks(String account, String address, String tag) {
        return side.signedIn(account)
                .get()
                .uri(address)
                .headers(headers -> {
                    if (!tag.isEmpty()) {
                        headers.setIfNoneMatch(tag);
                    }
                })
                .exchange()
                .expectBody()
                .returnResult();
    }

    private String tag(String account, String address) {
        return Objects.requireNonNullElse(
                asks(account, address, "").getResponseHeaders().getETag(), "");
    }

    @Test
    void whoHasTheAnswerIsToldSoWhoeverGotItFirst() {
        String dashboard = "/api/dashboards/c-in?quarter=2026-Q1";
        String tag = tag("officer", dashboard);

        assertThat(tag).isNotEmpty().isEqualTo(tag("account-in", dashboard));
        assertThat(asks("account-in", dashboard, tag).getStatus()).isEqualTo(HttpStatus.NOT_MODIFIED);
        assertThat(asks("officer", dashboard + "&boundaries=as-now", tag).getStatus())
                .as("another question")
                .isEqualTo(HttpStatus.OK);
    }

    private String asks(PageReading page, String address) {
        return asks("officer", page, address);
    }

    private String asks(String account, PageReading page, String address) {
        return String.valueOf(side.signedIn(account)
                .mutateWith((client, server, connector) -> Objects.requireNonNull(server)
                        .filters(filters -> filters.addFirst((exchange, chain) -> {
                            exchange.getAttributes().put(AnswerKeys.PAGE, page);
                            return chain.filter(exchange);
                        })))
                .get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /** Also if somebody was answered of a later one meanwhile. */
    @Test
    void theAnswersOfAPageDependOnOneStateUntilSomethingIsGiven() {
        String unit = "/api/units/c-in";
        PageReading page = new PageReading("/units/c-in");
        String first = "\"freshness\":{\"commit\":" + world.log.ledger.tail().number() + ",";
        side.upTo(world.log.ledger.tail().number());
        assertThat(asks(page, "/api/me")).contains(first);
        AnswerKeys.Key key = key("officer", page);
        world.grant("somebody-later", Role.VIEWER, Area.of(new UnitId("c-in")));
        side.upTo(world.log.ledger.tail().number());
        assertThat(asks(new PageReading("/units/c-in"), unit)).doesNotContain(first);

        assertThat(asks(page, unit)).contains(first);
        assertThat(key("officer", page)).isEqualTo(key);
        page.changed();
        assertThat(asks(page, unit)).doesNotContain(first);
        assertThat(key("officer", page)).isNotEqualTo(key);
    }

    /** A commit of that instant may be recorded later, and a grant may end, while a file is read. */
    @Test
    void thePartsOfAFileAreOfOneCommitAndNamesAreOpenedByTheRightsOfNow() {
        world.grant("files", Role.OFFICER, Area.of(new UnitId("c-in")));
        world.log.write(
                PlainEvents.role(new AccountId("files"), Role.AUDITOR, Area.of(new UnitId("c-in")), TwoCommunes.DAY));
        long before = world.log.ledger.tail().number();
        side.upTo(before);
        PageReading file = new PageReading("/members/member-in/follow-ups?file=csv");
        String part = "/api/members/member-in/follow-ups?asOf=" + world.log.clock.instant();
        String described = "\"asOf\":" + before + ",";
        assertThat(asks("files", file, part)).contains(described, "Nguyễn Thị Lan");

        world.log.clock.set(world.log.clock.instant().minusSeconds(60));
        world.end("files", TwoCommunes.DAY);
        side.upTo(world.log.ledger.tail().number());
        file.forgetNames();
        assertThat(asks("files", file, part)).contains(described).doesNotContain("Nguyễn Thị Lan");
        assertThat(asks("files", new PageReading("/"), part)).doesNotContain(described);
    }

    /** Also of those who have the same rights, and however often it is asked for. */
    @Test
    void anAnswerThatAPageKeepsForAnAccountIsItsAlone() {
        assertThat(rights("officer")).isEqualTo(rights("account-in"));
        for (String account : List.of("officer", "account-in", "officer", "account-in")) {
            assertThat(asks(account, new PageReading("/"), "/api/me")).contains("\"account\":\"" + account + "\"");
        }
    }

    @Test
    void whatIsRecordedMakesAnotherAnswer() {
        String unit = "/api/units/c-in";
        String before = tag("officer", unit);
        world.grant("somebody-new", Role.VIEWER, Area.of(new UnitId("c-in")));
        side.upTo(world.log.ledger.tail().number());

        assertThat(asks("officer", unit, before).getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(tag("officer", unit)).isNotEqualTo(before);
    }

    @Test
    void anAnswerThatIsKeptIsRefusedToWhoMayNotAsk() {
        String team = "/api/teams/t-in";
        String tag = tag("officer", team);

        assertThat(asks("nobody", team, tag).getStatus()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(asks("officer", team + "?on=2026-01-01&on=2026-01-02", tag).getStatus())
                .as("a parameter twice")
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(asks("officer", team + "?unknown=1", tag).getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(side.signedIn("officer")
                        .get()
                        .uri(team)
                        .header("Accept", "no type")
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .is4xxClientError())
                .as("a header that nobody understands")
                .isTrue();
    }

    @Test
    void whatIsOnesOwnIsNotShared() {
        assertThat(tag("officer", "/api/me")).isEmpty();
        assertThat(tag("officer", "/api/personal-data-reads?account=officer")).isEmpty();
    }
}
