package vn.soto.plans.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.lookup.Lookup;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.InvalidCellException;

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
        TeamId team = teams.find("team", row.text("team"), "").id();
        MemberId member = known.members().id("member", team, row.id("member", MemberId::new));
        EnrolMember command = new EnrolMember(
                team, member, row.choice("organisation", EnumSynonyms.ORGANISATIONS), row.day("effective_from"));
        Integer before = rows.putIfAbsent(team + " " + member, row.row());
        if (before != null) {
            throw new InvalidCellException("member", "row-repeats-row", null, before);
        }
        return Stream.concat(
                        Stream.<Step>of(new Step.Ready(row.row(), command)),
                        PROFILE.steps(row, Subject.of(member)).stream())
                .toList();
    }
}
