package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.organisation.OrganisationCommand.RegisterOrganisation;
import vn.soto.domain.organisation.OrganisationCommand.SupportTeam;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.shared.Command;

/**
 * The rights in the demo: an account of each role, named after it, each a person of the demo with an area. The
 * officer's is Bàu Bàng, the commune that the district gave its name to. Member and leader belong to one of its teams,
 * which a local youth union supports. Administrators, the auditor and the viewer have the whole.
 */
final class DemoAccess {

    /** The first administrator of the ledger before any of these commands. */
    static final AccountId ADMINISTRATOR = new AccountId("administrator");

    static final AccountId SECOND_ADMINISTRATOR = new AccountId("administrator-2");

    private static final List<Role> OFFICES =
            List.of(Role.OFFICER, Role.AUDITOR, Role.VIEWER, Role.OPERATOR, Role.ORGANISATION_OFFICER);

    private static final UnitId COMMUNE = new UnitId("hcm-013");
    private static final UnitId NEXT_COMMUNE = new UnitId("hcm-012");
    static final OrganisationId YOUTH_UNION = new OrganisationId("demo-youth-union");
    private static final String DUTY = "Phân công của bản dùng thử";
    private static final Instant BEGIN = VietnamTime.start(Story.LAST_DAY).plusSeconds(17 * 3600L);

    private final Crew crew;
    private final Chance chance;
    private final List<ScriptStep> steps = new ArrayList<>();

    private DemoAccess(Crew crew, Chance chance) {
        this.crew = crew;
        this.chance = chance;
    }

    /**
     * The link of the first administrator, made by the second while the ledger has no grants. Nobody links the own
     * account, and later it takes two persons.
     */
    static List<ScriptStep> first(List<Crew> crews, Chance chance) {
        DemoAccess access = new DemoAccess(crews.get(Story.TWICE - 1), chance);
        access.link(ADMINISTRATOR, person(ADMINISTRATOR), DemoReform.DAY, SECOND_ADMINISTRATOR);
        return access.steps;
    }

    /** Accounts with a right to approve, which whoever makes the demo confirms as those of persons of their own. */
    static List<AccountId> confirmed() {
        return List.of(ADMINISTRATOR, SECOND_ADMINISTRATOR, nameOf(Role.OFFICER));
    }

    /** The second administrator comes last: with two of them, rights to approve take two persons. */
    static List<ScriptStep> steps(List<Crew> crews, Chance chance) {
        DemoAccess access = new DemoAccess(crews.get(Story.TWICE - 1), chance);
        access.organisation();
        access.members();
        access.granted(Role.OFFICER, Area.of(COMMUNE));
        access.granted(Role.AUDITOR, Area.WHOLE);
        access.granted(Role.VIEWER, Area.WHOLE);
        access.granted(Role.OPERATOR, Area.WHOLE);
        access.granted(Role.ORGANISATION_OFFICER, Area.of(YOUTH_UNION));
        access.administrators();
        return access.steps;
    }

    /** A household asks to be erased, and the officer is to look after the next commune, too. */
    static List<ScriptStep> proposals(Crew crew, Chance chance, LocalDate day) {
        Instant at = VietnamTime.start(day).plusSeconds(23 * 3600L);
        var erasure = new EraseHouseholdData(
                crew.volunteers.get(1).homes.getLast().id(),
                ErasureBasis.REQUEST_OF_THE_SUBJECT,
                ReasonCode.REQUEST_OF_PERSON.name());
        var grant = new GrantRole(
                nameOf(Role.OFFICER),
                new GrantId(chance.id(at).toString()),
                Role.OFFICER,
                Area.of(NEXT_COMMUNE),
                day.plusDays(1),
                null,
                null,
                ReasonCode.DUTY_ASSIGNED.name());
        return List.of(
                new ScriptStep(at, ADMINISTRATOR.value(), chance.id(at), erasure, ScriptStep.ALONE),
                new ScriptStep(at, SECOND_ADMINISTRATOR.value(), chance.id(at), grant, ScriptStep.ALONE));
    }

    private void organisation() {
        send(new RegisterOrganisation(
                YOUTH_UNION, "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Bàu Bàng", OrganisationKind.YOUTH_UNION));
        send(new SupportTeam(YOUTH_UNION, crew.id(), DemoReform.DAY));
    }

    private void members() {
        linkedMember(Role.MEMBER, crew.volunteers.get(1).id);
        linkedMember(Role.LEADER, crew.leader);
    }

    private void linkedMember(Role role, MemberId member) {
        link(nameOf(role), member, crew.formedOn(), ADMINISTRATOR);
    }

    private void granted(Role role, Area area) {
        AccountId account = nameOf(role);
        link(account, person(account), DemoReform.DAY, ADMINISTRATOR);
        grant(account, role, area);
    }

    private void administrators() {
        link(SECOND_ADMINISTRATOR, person(SECOND_ADMINISTRATOR), DemoReform.DAY, ADMINISTRATOR);
        grant(SECOND_ADMINISTRATOR, Role.ADMINISTRATOR, Area.WHOLE);
    }

    private void grant(AccountId account, Role role, Area area) {
        UUID id = chance.id(at());
        send(
                id,
                ADMINISTRATOR,
                new GrantRole(account, new GrantId(id.toString()), role, area, DemoReform.DAY, null, null, DUTY));
    }

    private void link(AccountId account, MemberId member, LocalDate from, AccountId by) {
        send(chance.id(at()), by, new LinkAccount(account, member, null, from, DUTY));
    }

    /** The people of offices, who are in no team. */
    static List<MemberId> officials() {
        return offices().map(DemoAccess::person).toList();
    }

    private static Stream<AccountId> offices() {
        return Stream.concat(
                Stream.of(ADMINISTRATOR, SECOND_ADMINISTRATOR), OFFICES.stream().map(DemoAccess::nameOf));
    }

    private static MemberId person(AccountId account) {
        return new MemberId("demo-official-%02d".formatted(offices().toList().indexOf(account) + 1));
    }

    private static AccountId nameOf(Role role) {
        return new AccountId(role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Instant at() {
        return BEGIN.plusSeconds(steps.size() * 20L);
    }

    private void send(Command command) {
        send(chance.id(at()), ADMINISTRATOR, command);
    }

    private void send(UUID id, AccountId by, Command command) {
        steps.add(new ScriptStep(at(), by.value(), id, command, ScriptStep.ALONE));
    }
}
