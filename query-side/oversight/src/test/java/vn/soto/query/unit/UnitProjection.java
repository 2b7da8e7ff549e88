package vn.soto.query.unit;

import vn.soto.projection.Projector;

/** The projector of units, for tests of features that ask what units have become. */
public final class UnitProjection {

    private UnitProjection() {}

    public static Projector projector() {
        return new UnitProjector();
    }
}
