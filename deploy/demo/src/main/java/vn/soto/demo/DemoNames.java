package vn.soto.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.Command;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.ledgerwriter.privacy.Keyring;

/**
 * The names of people in the demo: of every member, of those who hold an office, and of households. The latter are all those
 * of the teams in the commune whose officer has an account. Of every other member they are the first few, because each name is a
 * command for which the first start waits. The script has the names in the clear; whoever loads it seals them under keys of its
 * own.
 */
final class DemoNames {

    private static final Instant BEGIN = VietnamTime.start(Story.YEAR_END).plusSeconds(20 * 3600L);

    /** Households with a name of each member elsewhere. */
    private static final int FEW = 3;

    private final Chance chance;
    private final PersonNames names;
    private final List<ScriptStep> steps = new ArrayList<>();

    private DemoNames(Chance chance) {
        this.chance = chance;
        this.names = new PersonNames(chance);
    }

    /**
     * @param crews  with the households that their members have by now
     * @param others of the rest of the province, likewise
     */
    static List<ScriptStep> steps(List<Crew> crews, List<Crew> others, Chance chance) {
        DemoNames made = new DemoNames(chance);
        crews.forEach(made::members);
        Crew shown = crews.get(Story.TWICE - 1);
        made.households(shown, Integer.MAX_VALUE);
        DemoAccess.officials()
                .forEach(official -> made.send(
                        DemoAccess.ADMINISTRATOR.value(),
                        new RecordMemberProfile(official, made.name(), null),
                        ScriptStep.ALONE));
        others.forEach(made::members);
        List<Crew> ofTheOfficer =
                others.stream().filter(ProvinceScene::isOfTheOfficer).toList();
        ofTheOfficer.forEach(crew -> made.households(crew, Integer.MAX_VALUE));
        Stream.concat(crews.stream(), others.stream())
                .filter(crew -> !crew.equals(shown) && !ofTheOfficer.contains(crew))
                .forEach(crew -> made.households(crew, FEW));
        return made.steps;
    }

    private void members(Crew crew) {
        crew.volunteers.forEach(
                volunteer -> send(crew, volunteer, new RecordMemberProfile(volunteer.id, name(), null)));
    }

    /** @param most of each member */
    private void households(Crew crew, int most) {
        for (Volunteer volunteer : crew.volunteers) {
            volunteer.homes.stream()
                    .limit(most)
                    .forEach(home -> send(crew, volunteer, new RecordHouseholdContact(home.id(), name(), null, null)));
        }
    }

    private Sealed name() {
        return clear(names.next());
    }

    /** In the clear, in the form and of the length that what is sealed has. */
    static Sealed clear(String text) {
        return new Sealed(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("%-20s".formatted(text).getBytes(StandardCharsets.UTF_8)));
    }

    private void send(Crew crew, Volunteer volunteer, Command command) {
        send(crew.leaderAccount(), command, volunteer.lane());
    }

    private void send(String actor, Command command, String lane) {
        Instant at = BEGIN.plusSeconds(steps.size());
        steps.add(new ScriptStep(at, actor, chance.id(at), command, lane));
    }

    /** The same with what is personal in it sealed under the person's key. */
    static Command sealed(Command command, UUID id, Keyring keys) {
        return switch (command) {
            case RecordMemberProfile of ->
                new RecordMemberProfile(of.member(), sealed(of.about(), of.name(), id, "name", keys), null);
            case RecordHouseholdContact of ->
                new RecordHouseholdContact(
                        of.household(), sealed(of.about(), of.headName(), id, "headName", keys), null, null);
            case RecordAssistance of when of.note() != null && of.household() != null -> noted(of, id, keys);
            case ReceiveSupportRequest of
            when of.note() != null ->
                new ReceiveSupportRequest(
                        null,
                        of.request(),
                        of.unit(),
                        of.source(),
                        of.topics(),
                        of.receivedOn(),
                        null,
                        null,
                        sealed(Subject.of(of.request()), of.note(), id, "note", keys));
            default -> command;
        };
    }

    private static RecordAssistance noted(RecordAssistance of, UUID id, Keyring keys) {
        Sealed note = sealed(
                Subject.of(Objects.requireNonNull(of.household())),
                Objects.requireNonNull(of.note()),
                id,
                "note",
                keys);
        return new RecordAssistance(
                of.assistance(), of.team(), of.household(), null, null, of.helpers(), of.content(), note, of.reason());
    }

    private static Sealed sealed(Subject about, Sealed clear, UUID id, String field, Keyring keys) {
        return keys.keyOf(about)
                .orElseThrow(() -> new IllegalStateException(about + " is erased"))
                .seal(
                        new String(Base64.getUrlDecoder().decode(clear.text()), StandardCharsets.UTF_8).strip(),
                        id,
                        field);
    }
}
