package vn.soto.page.activity;

import vn.soto.page.QuestionPage;

/** The page of a dashboard, for tests of what all pages have in common. */
public final class DashboardPages {

    private DashboardPages() {}

    public static QuestionPage dashboard() {
        return new DashboardPage();
    }
}
