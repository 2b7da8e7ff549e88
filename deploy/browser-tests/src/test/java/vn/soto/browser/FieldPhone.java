package vn.soto.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A phone in the field, whose network can be cut. */
final class FieldPhone implements AutoCloseable {

    static final String PIN = "258036";

    final TcpCut line;
    private final Visit visit;

    private FieldPhone(TcpCut line, Visit visit) {
        this.line = line;
        this.visit = visit;
    }

    static FieldPhone of(RunningProduct product) {
        return of(product, look -> look);
    }

    static FieldPhone of(RunningProduct product, UnaryOperator<Browser.NewContextOptions> look) {
        TcpCut line = new TcpCut(product.address());
        return new FieldPhone(line, Visit.phone(product, line.address(), look));
    }

    /** A phone whose browser can be killed: what it keeps is in a folder. Its line is the caller's to close. */
    static FieldPhone keptIn(Path folder, RunningProduct product, TcpCut line) {
        return new FieldPhone(line, Visit.at(product, Chromium.keptIn(folder, line.address())));
    }

    Visit visit() {
        return visit;
    }

    Page page() {
        return visit.page();
    }

    /** Makes the phone the account's: signs in, and sets the PIN. */
    FieldPhone setUp(String account) {
        visit.signIn(account);
        page().navigate("/field?new");
        page().locator("[name=pin]").fill(PIN);
        if (page().locator("[name=again]").count() > 0) {
            page().locator("[name=again]").fill(PIN);
            page().locator("[name=password]").fill(visit.product().password(account));
        }
        // The first contact may still use the PIN.
        page().waitForResponse(
                        answer -> answer.url().endsWith("/api/me/day-pack"),
                        () -> page().locator("form button").first().click());
        assertThat(page().locator("main [data-due]")).isVisible();
        return this;
    }

    /** Signs in with the password at the page for it, and goes on to an address. */
    void signIn(String account, String to) {
        visit.enterAs(account);
        page().navigate(to);
    }

    /** Opens the page anew, as the phone has it. */
    FieldPhone reopen() {
        page().navigate("/field");
        return this;
    }

    FieldPhone unlock(String account) {
        page().locator(".option")
                .filter(new Locator.FilterOptions().setHasText(account))
                .click();
        typePin(PIN);
        assertThat(page().locator("#tabs")).isVisible();
        return this;
    }

    /** The session ends; the phone stays the one that it is. */
    void endSession() {
        visit.context()
                .clearCookies(new BrowserContext.ClearCookiesOptions()
                        .setName("soto-" + line.address().getPort()));
    }

    void typePin(String pin) {
        page().locator("[name=pin]").fill(pin);
        page().locator("form button").first().click();
    }

    void offline(boolean off) {
        line.set(off ? TcpCut.Line.CUT : TcpCut.Line.WHOLE);
        visit.context().setOffline(off);
    }

    /** From its next opening on the date of the page is so much beside that of the machine, or beside what it was. */
    FieldPhone clockOff(Duration off) {
        visit.context()
                .addInitScript("(() => { const right = Date; const off = " + off.toMillis()
                        + "; Date = class extends right { constructor(...of) { super(...(of.length ? of : [right.now() + off])); }"
                        + " static now() { return right.now() + off; } }; })()");
        return this;
    }

    /** Goes to a view, and waits until it is shown: what is read at once would be the one before. */
    FieldPhone go(String view) {
        Locator tab = page().locator("#tabs a[href='#" + view + "']");
        tab.click();
        assertThat(tab).hasAttribute("aria-current", "page");
        return this;
    }

    /** A visit in four taps: the button, the household, the service, to keep it. */
    void visitTo(String reference, String service) {
        go("day").page().locator(".primary.big").click();
        page().locator("[data-choose] [name=q]").fill(reference);
        page().locator("[data-options] .option").first().click();
        page().locator(".chip")
                .filter(new Locator.FilterOptions().setHasText(service))
                .first()
                .click();
        save();
    }

    void save() {
        page().locator("form.visit button.primary").click();
    }

    Locator kept() {
        return page().locator(".card.ok");
    }

    Locator items() {
        return go("queue").page().locator(".item");
    }

    /** The rows that the phone has taken along are those of the member of the account. */
    static List<JsonNode> households(RunningProduct product, String account) {
        return StreamSupport.stream(
                        product.json(account, "/api/me/day-pack", "/answer/households")
                                .spliterator(),
                        false)
                .toList();
    }

    /** A residential unit of a team in which the account has no right. */
    static String elsewhere(RunningProduct product, String account) {
        String own =
                product.json(account, "/api/me/day-pack", "/answer/teams/0").asString();
        return StreamSupport.stream(
                        product.json("administrator", "/api/teams?limit=9", "/answer/items")
                                .spliterator(),
                        false)
                .filter(team -> !team.get("team").asString().equals(own))
                .map(team -> team.at("/coverage/0").asString())
                .findFirst()
                .orElseThrow();
    }

    /** The value of an expression of a script that has the functions of the phone's store as {@code db}. */
    Object stored(String expression) {
        return page().evaluate("async () => { const db = await import(document.querySelector('script').src"
                + ".replace('field.js', 'field-db.js')); return " + expression + "; }");
    }

    /** The last commit of the ledger, which an answer may not have yet. */
    static long tail(RunningProduct product, String account) {
        return product.json(account, "/api/me", "/freshness/ledger").asLong();
    }

    /** How much help the ledger holds for a household. */
    static int helpOf(RunningProduct product, String household) {
        return product.json(
                        "administrator",
                        "/api/households/" + household + "/assistances?atLeast=" + tail(product, "administrator"),
                        "/answer/count")
                .asInt();
    }

    @Override
    public void close() {
        visit.close();
        line.close();
    }
}
