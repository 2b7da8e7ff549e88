package vn.soto.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountReset;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlocked;
import vn.soto.contracts.access.AccessEvent.GrantCorrected;
import vn.soto.contracts.access.AccessEvent.GrantEnded;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.shared.VietnamTime;

final class SeparatePersonsTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T02:00:00Z");
    private static final LocalDate FIRST = VietnamTime.day(BEGIN);
    private static final LinkedPerson LAN = LinkedPerson.of(new HolderId("lan"));

    private final List<AccountAct> acts = new ArrayList<>();
    private Instant now = BEGIN;

    private static AccountId id(String account) {
        return new AccountId(account);
    }

    private SeparatePersonsTest did(@Nullable String by, AccessEvent event) {
        acts.add(new AccountAct(event, by, now));
        return this;
    }

    private SeparatePersonsTest granted(@Nullable String by, String account, GrantApproval approval, Role role) {
        return did(
                by,
                new RoleGranted(
                        id(account),
                        new GrantId(role.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        role,
                        Area.WHOLE,
                        FIRST,
                        null,
                        null,
                        approval));
    }

    private SeparatePersonsTest alone(@Nullable String by, String account) {
        return granted(by, account, GrantApproval.BY_ONE_PERSON, Role.ADMINISTRATOR);
    }

    private SeparatePersonsTest byTwo(String by, String account) {
        return granted(by, account, GrantApproval.BY_TWO_PERSONS, Role.ADMINISTRATOR);
    }

    private SeparatePersonsTest after(Duration time) {
        now = now.plus(time);
        return this;
    }

    private SeparatePersons persons() {
        return new SeparatePersons(
                account -> acts.stream()
                        .filter(act -> act.event().account().equals(account))
                        .toList(),
                now);
    }

    private void areTwo(String one, String other) {
        assertThat(persons().are(one, other)).isTrue();
        assertThat(persons().are(other, one)).isTrue();
    }

    private void areOne(String one, String other) {
        assertThat(persons().are(one, other)).isFalse();
        assertThat(persons().are(other, one)).isFalse();
    }

    @BeforeEach
    void othersAreThere() {
        byTwo("x", "x").byTwo("x", "y");
    }

    @Test
    void twoAccountsAreTwoAndOneIsOne() {
        areTwo("x", "y");
        areOne("x", "x");
    }

    @Test
    void eachAccountIsReadOnce() {
        alone(null, "an").alone("an", "binh").alone("binh", "chi").alone("chi", "dung");
        List<AccountId> read = new ArrayList<>();
        SeparatePersons persons = new SeparatePersons(
                account -> {
                    read.add(account);
                    return acts.stream()
                            .filter(act -> act.event().account().equals(account))
                            .toList();
                },
                now);

        assertThat(persons.are("dung", "an")).isFalse();

        assertThat(read).doesNotHaveDuplicates();
    }

    @Test
    void anAccountOfWhichNothingIsKnownIsNobody() {
        areOne("x", "an");
        areOne("x", " y ");
    }

    @Nested
    final class OneGaveIt {

        @Test
        void theOther() {
            alone(null, "an").alone("an", "binh");

            areOne("an", "binh");
            areTwo("binh", "y");
        }

        @Test
        void throughAChain() {
            alone(null, "an").alone("an", "binh").alone("binh", "chi").alone("chi", "dung");

            areOne("an", "dung");
            areOne("binh", "dung");
        }

        @Test
        void throughAChainWhoseLinksHaveEndedSince() {
            alone(null, "an").alone("an", "binh").after(Duration.ofDays(1)).alone("binh", "chi");
            did("an", new GrantEnded(id("binh"), new GrantId("administrator"), FIRST))
                    .after(Duration.ofDays(400));

            areOne("an", "chi");
        }

        @Test
        void toBoth() {
            alone(null, "an").alone("an", "binh").alone("an", "chi");

            areOne("binh", "chi");
        }

        @Test
        void andItsPersonHasAnotherAccount() {
            alone(null, "an").alone("an", "binh");
            did("x", new AccountLinked(id("an"), LAN, FIRST, GrantApproval.BY_TWO_PERSONS));
            did("x", new AccountLinked(id("lan-2"), LAN, FIRST, GrantApproval.BY_TWO_PERSONS));

            areOne("binh", "lan-2");
        }

        @Test
        void asItsPasswordUntilAnotherResetsIt() {
            alone(null, "an").byTwo("x", "binh").did("an", new AccountReset(id("binh"), null, false));
            after(Duration.ofDays(100));
            areOne("an", "binh");
            did("binh", new AccountReset(id("binh"), null, false));
            areOne("an", "binh");

            did(null, new AccountReset(id("binh"), null, true));
            areTwo("an", "binh");
        }

        @Test
        void asALinkAlone() {
            alone(null, "an").byTwo("x", "binh").did("an", new AccountLinked(id("binh"), LAN, FIRST));

            areOne("an", "binh");
            did("an", new AccountUnlinked(id("binh"), LAN, FIRST.minusDays(1), null));
            areTwo("an", "binh");
        }

        /** Two linked both accounts to one person; who administers by that person's right takes one of the links away. */
        @Test
        void byUnlinkingAloneWhatBelongedToThePerson() {
            alone(null, "an").granted("x", "mai", GrantApproval.BY_ONE_PERSON, Role.ORGANISATION_OFFICER);
            for (String account : List.of("an", "mai")) {
                did("x", new AccountLinked(id(account), LAN, FIRST, GrantApproval.BY_TWO_PERSONS));
            }
            alone("an", "binh");
            areOne("an", "mai");

            did("binh", new AccountUnlinked(id("mai"), LAN, FIRST.minusDays(1), null));
            areOne("an", "mai");
            after(Duration.ofDays(100));
            areOne("an", "mai");

            did(
                    "x",
                    new AccountLinked(
                            id("mai"), LinkedPerson.of(new HolderId("mai")), FIRST, GrantApproval.BY_TWO_PERSONS));
            areTwo("an", "mai");
        }

        /** In an earlier version one person unlinked it. Today the one giver of all its rights does. */
        @Test
        void byUnlinkingAloneAHolderOfARightToApprove() {
            alone(null, "an").byTwo("x", "binh");
            for (String account : List.of("an", "binh")) {
                did("x", new AccountLinked(id(account), LAN, FIRST, GrantApproval.BY_TWO_PERSONS));
            }
            alone("an", "mai");

            did("mai", new AccountUnlinked(id("binh"), LAN, FIRST.minusDays(1), null));
            after(Duration.ofDays(100));
            areOne("an", "binh");

            did("x", new AccountLinked(id("binh"), LAN, FIRST, GrantApproval.BY_TWO_PERSONS));
            did("mai", new AccountUnlinked(id("binh"), LAN, FIRST.minusDays(1), GrantApproval.BY_TWO_PERSONS));
            areTwo("an", "binh");
        }

        /** The link made last was taken back as a whole; what ends is the one that two had made before it. */
        @Test
        void byUnlinkingAloneWhatTwoHadLinkedBeforeAnEmptyLinkOfTheirOwn() {
            alone(null, "an").byTwo("x", "binh");
            for (String account : List.of("an", "binh")) {
                did("x", new AccountLinked(id(account), LAN, FIRST, GrantApproval.BY_TWO_PERSONS));
            }
            LocalDate last = FIRST.plusDays(30);
            did("x", new AccountUnlinked(id("binh"), LAN, last, GrantApproval.BY_TWO_PERSONS));
            LinkedPerson mai = LinkedPerson.of(new HolderId("mai"));
            did("an", new AccountLinked(id("binh"), mai, last.plusDays(1)));
            did("an", new AccountUnlinked(id("binh"), mai, last, null));

            did("an", new AccountUnlinked(id("binh"), LAN, FIRST.minusDays(1), null));
            areOne("an", "binh");
        }

        @Test
        void byLengtheningAloneWhatTwoHadGiven() {
            byTwo("x", "binh").did("x", new GrantEnded(id("binh"), new GrantId("administrator"), FIRST));
            alone(null, "an").did("an", corrected(GrantApproval.BY_ONE_PERSON));

            areOne("an", "binh");
            areTwo("x", "binh");
        }

        @Test
        void toAProposerWithoutARightToApproveThatHasEndedSince() {
            alone(null, "an").granted("an", "binh", GrantApproval.NOT_NEEDED, Role.ORGANISATION_OFFICER);
            did("an", new GrantEnded(id("binh"), new GrantId("organisation-officer"), FIRST))
                    .after(Duration.ofDays(30));

            areOne("an", "binh");
        }
    }

    private static GrantCorrected corrected(GrantApproval approval) {
        return new GrantCorrected(id("binh"), new GrantId("administrator"), FIRST, null, approval);
    }

    @Nested
    final class FromNobody {

        @Test
        void isWhatTwoGave() {
            alone(null, "an").byTwo("an", "binh");

            areTwo("an", "binh");
        }

        @Test
        void isWhatWasConfirmedOnTheMachineAndNotWhatCameLater() {
            alone(null, "an").alone("an", "binh").did(null, new AccountConfirmed(id("binh")));
            areTwo("an", "binh");

            did("an", new AccountLinked(id("binh"), LAN, FIRST));
            areOne("an", "binh");
        }

        @Test
        void isWhatTwoLengthened() {
            alone(null, "an").alone("an", "binh");
            did("an", new GrantEnded(id("binh"), new GrantId("administrator"), FIRST));
            did("an", corrected(GrantApproval.BY_TWO_PERSONS));

            areTwo("an", "binh");
        }

        @Test
        void isARoleThatApprovesNothingOfAnAccountThatMayApprove() {
            alone(null, "an").byTwo("x", "binh").granted("an", "binh", GrantApproval.NOT_NEEDED, Role.VIEWER);

            areTwo("an", "binh");
        }
    }

    @Nested
    final class WhoTookAnAccountOver {

        @Test
        void isItsPersonForSevenDays() {
            byTwo("x", "an").byTwo("x", "binh").did("an", new AccountUnlocked(id("binh")));

            areOne("an", "binh");
            areTwo("binh", "y");
            after(Duration.ofDays(7));
            areOne("an", "binh");
            after(Duration.ofSeconds(1));
            areTwo("an", "binh");
        }

        @Test
        void isEachOfTwoWhoResetIt() {
            alone(null, "an").byTwo("x", "chi").byTwo("x", "binh");
            did("an", new AccountReset(id("binh"), id("chi"), false));

            areOne("an", "binh");
            areOne("chi", "binh");
            areTwo("y", "binh");
        }

        @Test
        void countsWithThoseWhoseRightsAreTheTakersAlone() {
            alone(null, "an").alone("an", "other").byTwo("x", "binh").did("other", new AccountUnlocked(id("binh")));

            areOne("an", "binh");
        }

        @Test
        void gaveWhatTheAccountGaveThen() {
            alone(null, "an")
                    .byTwo("x", "binh")
                    .did("an", new AccountUnlocked(id("binh")))
                    .alone("binh", "chi");
            after(Duration.ofDays(100));

            areOne("an", "chi");
        }

        /** An attacker with the passwords of two accounts proposes as one and approves as the other. */
        @Test
        void isOneInBothAccountsThatItTook() {
            byTwo("x", "an").byTwo("x", "chi").byTwo("x", "binh").byTwo("x", "dung");
            did("an", new AccountReset(id("binh"), id("chi"), false));
            did("an", new AccountReset(id("dung"), id("y"), false));

            areOne("binh", "dung");
            after(SeparatePersons.TAKEN_OVER.plusSeconds(1));
            areTwo("binh", "dung");
        }

        @Test
        void staysWhoProposedThen() {
            byTwo("x", "an").byTwo("x", "chi").byTwo("x", "binh");
            did("an", new AccountReset(id("binh"), id("chi"), false));
            Instant proposed = now;
            after(Duration.ofDays(8));

            assertThat(persons().isAnotherThanWhoActed("an", "binh", proposed)).isFalse();
            assertThat(persons().isAnotherThanWhoActed("chi", "binh", proposed)).isFalse();
            assertThat(persons().isAnotherThanWhoActed("y", "binh", proposed)).isTrue();
            assertThat(persons().isAnotherThanWhoActed("an", "binh", now)).isTrue();
        }

        @Test
        void isNobodyIfItWasDoneOnTheMachine() {
            byTwo("x", "binh").did(null, new AccountReset(id("binh"), null, true));

            areTwo("x", "binh");
        }
    }

    @Nested
    final class MadeAlone {

        @Test
        void isWhatTheMakerOrThoseItMadeAloneGave() {
            alone(null, "an").alone("an", "binh").alone("binh", "chi");

            assertThat(persons().isMadeAloneBy(id("binh"), "an")).isTrue();
            assertThat(persons().isMadeAloneBy(id("chi"), "an")).isTrue();
            assertThat(persons().isMadeAloneBy(id("an"), "binh")).isFalse();
        }

        @Test
        void isNothingThatTwoOrTheMachineGave() {
            alone(null, "an").byTwo("an", "binh").alone("an", "chi").did(null, new AccountConfirmed(id("chi")));

            assertThat(persons().isMadeAloneBy(id("binh"), "an")).isFalse();
            assertThat(persons().isMadeAloneBy(id("chi"), "an")).isFalse();
            assertThat(persons().isMadeAloneBy(id("dung"), "an")).isFalse();
        }

        @Test
        void isNothingOfWhichAnotherGaveAPart() {
            alone("an", "binh").granted("chi", "binh", GrantApproval.BY_ONE_PERSON, Role.OFFICER);

            assertThat(persons().isMadeAloneBy(id("binh"), "an")).isFalse();
        }
    }
}
