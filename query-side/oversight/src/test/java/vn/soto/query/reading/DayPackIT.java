package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.privacy.reads.MemoryPersonalDataReads;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;

/** The pack of a day: the member's own households, by reference unless names are asked for, small enough for a weak network. */
@Tag("slow")
final class DayPackIT {

    private static final String PACK = "/api/me/day-pack";

    private final TwoCommunes world = new TwoCommunes();

    private void households(int number) {
        world.log.write(IntStream.range(0, number)
                .mapToObj(each -> new HouseholdRegistered(
                        new HouseholdId("%08x-0000-7000-8000-%012x".formatted(each * 7919, each * 104_729L)),
                        new UnitId("r-in"),
                        "BB07-%04d".formatted(each)))
                .toArray(HouseholdEvent[]::new));
        IntStream.range(0, number).forEach(each -> {
            HouseholdId household =
                    new HouseholdId("%08x-0000-7000-8000-%012x".formatted(each * 7919, each * 104_729L));
            world.log.write(new HouseholdAssigned(
                    household,
                    new UnitId("r-in"),
                    new Responsible(new TeamId("t-in"), new MemberId("member-in")),
                    LocalDate.of(2026, 2, 1)));
            world.log.write(new HouseholdContactRecorded(
                    household,
                    QuerySideFixture.KEYS.seal(Subject.of(household), "headName", "Nguyễn Thị Số " + each),
                    null,
                    null));
        });
    }

    private QuerySideFixture side(PersonalDataReads register) {
        return QuerySideFixture.of(world.log, register)
                .upTo(world.log.ledger.tail().number());
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.size();
    }

    @Test
    void withoutNamesItOpensNothingAndWithThemItIsOneEntryOfTheRegister() {
        households(30);
        PersonalDataReads register = new MemoryPersonalDataReads();
        try (QuerySideFixture side = side(register)) {
            Map<String, Object> pack = new Json(side.signedIn("member")).answer(PACK);
            assertThat(pack).containsEntry("member", "member-in").doesNotContainKey("namesUntil");
            assertThat(pack.get("households")).asInstanceOf(list(Object.class)).hasSizeGreaterThanOrEqualTo(30);
            assertThat(pack.toString()).contains("BB07-0029").doesNotContain("Nguyễn", "-out");
            assertThat(register.find(new PersonalDataReads.Search(null, "member", null, null, null, 99))
                            .reads())
                    .isEmpty();

            assertThat(new Json(side.signedIn("member"))
                            .answer(PACK + "?names=true")
                            .toString())
                    .contains("Nguyễn Thị Số 29", "namesUntil");
            assertThat(new Json(side.signedIn("auditor"))
                            .answer("/api/personal-data-reads?account=member")
                            .get("reads"))
                    .asInstanceOf(list(Map.class))
                    .singleElement()
                    .satisfies(entry -> assertThat((Integer) Objects.requireNonNull(entry.get("people")))
                            .isGreaterThanOrEqualTo(30));
        }
    }

    @Test
    void ofTwoHundredAndTwentyHouseholdsItHasAtMostTwentyFiveKilobytes() throws IOException {
        households(220);
        try (QuerySideFixture side = side(new MemoryPersonalDataReads())) {
            for (String address : List.of(PACK, PACK + "?names=true")) {
                byte[] bytes = Objects.requireNonNull(side.signedIn("member")
                        .get()
                        .uri(address)
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBody());
                assertThat(compressed(bytes)).isLessThanOrEqualTo(25_000);
            }
        }
    }
}
