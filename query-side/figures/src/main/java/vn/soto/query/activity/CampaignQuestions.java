package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.goal.CampaignStage;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.query.activity.CampaignPlaces.CampaignDays;
import vn.soto.query.goal.Campaign;
import vn.soto.query.goal.Campaigns;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.query.unit.Boundaries;
import vn.soto.query.unit.EndedUnitLists;
import vn.soto.query.unit.UnitLine;
import vn.soto.web.EndpointRight;

/** Answers queries about campaigns and how far they are. */
@RestController
record CampaignQuestions(Campaigns campaigns, CampaignsOfUnit ofUnits, CampaignPlaces places, EndedUnitLists ended) {

    /** A campaign lies in the unit that is its area. */
    @Bean
    static Subjects campaignSubjects(Documents documents) {
        SubjectLookup<Campaign.Version> campaigns = SubjectLookup.versions(documents, Campaign.KIND);
        return Subjects.at(
                        IdKind.CAMPAIGN,
                        campaigns.map(
                                campaign -> Locations.inUnit(campaign.unit().value())))
                .named(campaigns.map(
                        campaign -> Designated.called(campaign.unit().value(), campaign.name())));
    }

    enum State {
        PLANNED,
        RUNNING,
        ENDED,
        CANCELLED
    }

    /**
     * @param unit     area of the campaign
     * @param countedOn day whose units make up the area: the campaign's last day, or today if it lasts, or the last day
     *                 of an ended area
     * @param boundaries {@code as-was} or {@code as-now}, of the places
     * @param places   progress of each unit directly in the area, or of each commune of today with a part of it. In
     *                 either boundaries, the records of the places, of {@code area} and of {@code undecided} add up to
     *                 those of {@code goals}
     * @param area     figures of the area itself outside all places
     * @param undecided figures of parts whose successor unit is undecided; absent as-was
     * @param undated  records of help that cannot be placed in the days, because their projection has not been made anew since it
     *                 learned of days
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CampaignView(
            CampaignId campaign,
            UnitId unit,
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            State state,
            @Nullable Instrument instrument,
            LocalDate countedOn,
            List<GoalProgress> goals,
            String boundaries,
            List<PlaceProgress> places,
            List<GoalProgress> area,
            @Nullable List<GoalProgress> undecided,
            long undated) {}

    record PlaceProgress(@JsonUnwrapped UnitLine unit, List<GoalProgress> goals) {}

    /** Without {@code boundaries}, in the units of the campaign's days. */
    @Query(at = "/api/campaigns/{campaign}", right = EndpointRight.FIGURES, of = "campaign")
    CampaignView campaign(Asked asked, @PathVariable String campaign, @RequestParam Optional<Boundaries> boundaries) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        Boundaries shown = boundaries.orElse(Boundaries.AS_WAS);
        CampaignView view = campaigns
                .find(campaign, asOf)
                .map(found -> view(campaign, found, shown, asked.today(), asOf, language))
                .orElseThrow(() -> QueryProblemException.absent("campaign", campaign));
        asked.refusedNow(new CampaignStage(view.state() == State.CANCELLED).refusals());
        return view;
    }

    /** The campaigns of the unit and of the units above it, the latest first. */
    @Query(at = "/api/units/{unit}/campaigns", right = EndpointRight.FIGURES, of = "unit", part = true)
    List<CampaignView> campaigns(Asked asked, @PathVariable String unit) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        LocalDate day = asked.today();
        Map<String, Campaign.Version> found = ofUnits.on(unit, day, asOf);
        if (found.isEmpty()) {
            ended.lead(unit, day, asOf);
        }
        return found.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Campaign.Version> each) ->
                                each.getValue().firstDay())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(each -> view(each.getKey(), each.getValue(), Boundaries.AS_WAS, day, asOf, language))
                .toList();
    }

    private CampaignView view(
            String id, Campaign.Version campaign, Boundaries boundaries, LocalDate day, long asOf, Locale language) {
        CampaignDays days = places.days(campaign, day, asOf);
        CampaignPlaces.Days counted = places.together(days);
        CampaignPlaces.PlacedHelp split = places.of(days, boundaries);
        return new CampaignView(
                new CampaignId(id),
                campaign.unit(),
                campaign.name(),
                campaign.firstDay(),
                campaign.lastDay(),
                state(campaign, day),
                campaign.instrument(),
                days.on(),
                goals(campaign, counted.figures(), language),
                boundaries.text(),
                split.places().stream()
                        .map(place -> new PlaceProgress(place.unit(), goals(campaign, place.figures(), language)))
                        .toList(),
                goals(campaign, split.area(), language),
                split.undecided() == null ? null : goals(campaign, split.undecided(), language),
                counted.undated());
    }

    static List<GoalProgress> goals(Campaign.Version campaign, Dashboard.Figures figures, Locale language) {
        return campaign.goals().stream()
                .map(goal -> GoalProgress.of(goal.indicator(), goal.goal(), figures, Map.of(), language))
                .toList();
    }

    private static State state(Campaign.Version campaign, LocalDate day) {
        if (campaign.cancelled()) {
            return State.CANCELLED;
        }
        if (day.isBefore(campaign.firstDay())) {
            return State.PLANNED;
        }
        return day.isAfter(campaign.lastDay()) ? State.ENDED : State.RUNNING;
    }
}
