package vn.soto.page.record;

import java.util.List;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.Part;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;

/** A member: the teams, the visits to make again, the households. Names are shown only as the answer has them. */
@PageOf("/api/members/{member}")
final class MemberPage implements QuestionPage {

    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        String member = answer.address().split("\\?", 2)[0];
        return List.of(
                Addresses.with(member + "/memberships", "asOf", page.asOf()),
                Addresses.with(member + "/follow-ups", "asOf", page.asOf()),
                Addresses.with(member + "/households?limit=20", "asOf", page.asOf()));
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        Part here = answer.answer();
        ApiAnswer teams = further.getFirst();
        ApiAnswer visits = further.get(1);
        ApiAnswer households = further.get(2);
        RecordSheet sheet = new RecordSheet(
                RecordSheet.facts(here, List.of("member", "name"), "profile"),
                List.of(),
                List.of(),
                List.of(
                        new RecordSheet.Listing(
                                "memberships", teams, teams.answer(), List.of("team", "from", "until", "organisation")),
                        new RecordSheet.Listing(
                                "followUps",
                                visits,
                                visits.answer().get("followUps"),
                                List.of("assistance", "on", "routed")),
                        new RecordSheet.Listing(
                                "households",
                                households,
                                households.answer().get("items"),
                                List.of("household", "unit", "since"))));
        String name = answer.called(here.get("member").text())
                .orElseGet(() -> page.named(answer, "member", here.get("member").text()));
        return sheet.view(page.t("record.member", name), answer);
    }
}
