package vn.soto.plans.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;

/** Rows of members who join teams, with their names if given. */
final class MemberRows implements RowReader {

    private static final PersonalCells PROFILE = new PersonalCells(
            RecordMemberProfile.class,
            "member",
            List.of(new PersonalCells.Text("full_name", "name"), new PersonalCells.Text("phone", "phone")));

    private final UnitAndTeamIndex.Known known;
    private final Lookup<TeamId> teams;
    private final Map<String, Integer> rows = new HashMap<>();

    MemberRows(UnitAndTeamIndex.Known known) {
        this.known = known;
        this.teams = new Lookup<>(known.teams(), "team", false);
    }

    @Override
    public List<Step> steps(Cells row) {
        Optional<TeamId> team =
                row.tried(() -> teams.find("team", row.text("team"), "").id());
        Optional<MemberId> member = row.member("member", team, known.members()).map(row::about);
        Optional<MemberOrigin> organisation = row.tried(() -> row.choice("organisation", EnumSynonyms.ORGANISATIONS));
        Optional<LocalDate> from = row.tried(() -> row.day("effective_from"));
        List<Step> steps = new ArrayList<>();
        if (team.isPresent() && member.isPresent() && organisation.isPresent() && from.isPresent()) {
            steps.add(new Step.Ready(
                    row.row(), new EnrolMember(team.get(), member.get(), organisation.get(), from.get())));
        }
        steps.addAll(PROFILE.steps(row, member.map(Subject::of)));
        return member.isPresent() && row.repeats(rows, team.orElseThrow() + " " + member.get(), "member")
                ? List.of()
                : steps;
    }
}
