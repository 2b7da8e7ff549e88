package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.soto.query.goal.Campaign;
import vn.soto.query.goal.Campaigns;
import vn.soto.query.unit.EndedUnitList;
import vn.soto.query.unit.Units;

/** The campaigns of a unit and of those that contain it. */
@Component
record CampaignsOfUnit(Campaigns campaigns, Units units) implements EndedUnitList {

    @Override
    public String question() {
        return "/api/units/{unit}/campaigns";
    }

    @Override
    public boolean isEmpty(String unit, LocalDate day, long asOf) {
        return on(unit, day, asOf).isEmpty();
    }

    /** By id; throws the problem of an absent unit. */
    Map<String, Campaign.Version> on(String unit, LocalDate day, long asOf) {
        return campaigns.in(units.upward(unit, day, asOf), asOf);
    }
}
