package vn.soto.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ViewportSize;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A person at a browser of their own; what the browser complains of is kept. */
final class Visit implements AutoCloseable {

    private static final Map<Account, String> SIGNED_IN = new ConcurrentHashMap<>();

    /**
     * Browsers that somebody has left, by whose they are, for the next visit in the same thread. It finds an open page and nothing
     * else of the visit before; a new browser costs three times as much as a page.
     */
    private static final ThreadLocal<Map<Seat, Deque<Visit>>> LEFT = ThreadLocal.withInitial(HashMap::new);

    private final RunningProduct product;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private Runnable afterwards;

    private record Account(RunningProduct product, String name) {}

    private record Seat(Account account, boolean phone) {}

    private Visit(RunningProduct product, BrowserContext context) {
        this.product = product;
        this.context = context;
        context.setDefaultTimeout(Chromium.PATIENCE);
        context.setDefaultNavigationTimeout(Chromium.PATIENCE);
        page = watched(context.newPage());
        afterwards = context::close;
    }

    /** Somebody at a browser that keeps what it has. */
    static Visit at(RunningProduct product, BrowserContext context) {
        return new Visit(product, context);
    }

    private static Visit of(RunningProduct product, URI address, Browser.NewContextOptions options) {
        return new Visit(
                product,
                Chromium.browser()
                        .newContext(options.setBaseURL(address.toString())
                                .setLocale("vi-VN")
                                .setTimezoneId("Asia/Ho_Chi_Minh")
                                .setReducedMotion(ReducedMotion.REDUCE)));
    }

    /** Somebody who is not signed in. */
    static Visit stranger() {
        return stranger(RunningProduct.shared());
    }

    private static Visit stranger(RunningProduct product) {
        return of(product, product.address(), new Browser.NewContextOptions());
    }

    /** Somebody who is not signed in, at a browser of a phone, who reaches the product at another address. */
    static Visit phone(RunningProduct product, URI address, UnaryOperator<Browser.NewContextOptions> look) {
        return of(product, address, look.apply(new Browser.NewContextOptions().setViewportSize(390, 844)));
    }

    static Visit of(String account) {
        return of(RunningProduct.shared(), account);
    }

    static Visit of(RunningProduct product, String account) {
        return sitting(new Seat(new Account(product, account), false));
    }

    /** Somebody who is signed in, at a phone. */
    static Visit ofPhone(String account) {
        return sitting(new Seat(new Account(RunningProduct.shared(), account), true));
    }

    /** Somebody who is signed in, at a browser that nobody had before and nobody has afterwards. */
    static Visit of(String account, UnaryOperator<Browser.NewContextOptions> look) {
        return signedIn(new Account(RunningProduct.shared(), account), look);
    }

    static Browser.NewContextOptions phone(Browser.NewContextOptions options) {
        return options.setViewportSize(390, 844).setIsMobile(true).setHasTouch(true);
    }

    private static Visit sitting(Seat seat) {
        Deque<Visit> left = LEFT.get().computeIfAbsent(seat, _ -> new ArrayDeque<>());
        Visit found = left.poll();
        return found == null
                ? signedIn(seat.account, seat.phone ? Visit::phone : look -> look)
                        .leftFor(left)
                : found;
    }

    private static Visit signedIn(Account account, UnaryOperator<Browser.NewContextOptions> look) {
        String state = SIGNED_IN.computeIfAbsent(account, Visit::signIn);
        return of(
                account.product,
                account.product.address(),
                look.apply(new Browser.NewContextOptions()).setStorageState(state));
    }

    /** Every session of the account has ended: its next visit signs in again. */
    static void forget(RunningProduct product, String name) {
        Account account = new Account(product, name);
        SIGNED_IN.remove(account);
        LEFT.get().forEach((seat, left) -> {
            if (seat.account.equals(account)) {
                left.forEach(visit -> visit.context.close());
                left.clear();
            }
        });
    }

    private static String signIn(Account account) {
        try (BrowserContext context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(account.product.address().toString()))) {
            signIn(account.product, context, account.name);
            return context.storageState();
        }
    }

    private static void signIn(RunningProduct product, BrowserContext context, String account) {
        APIResponse answer = context.request()
                .post(
                        "/sign-in",
                        RequestOptions.create()
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setData(Map.of("account", account, "password", product.password(account))));
        if (!answer.ok()) {
            throw new AssertionError(account + " is not signed in: " + answer.text());
        }
    }

    /** Signs in with the right password as a script does: no page is drawn for it. */
    void signIn(String account) {
        signIn(product, context, account);
    }

    /** At its end the browser is left for another visit of the same account; one that cannot be cleared is closed. */
    private Visit leftFor(Deque<Visit> others) {
        List<Cookie> cookies = context.cookies();
        ViewportSize usual = page.viewportSize();
        CDPSession browser = context.newCDPSession(page);
        JsonObject typed = new JsonObject();
        typed.addProperty("origin", product.address().toString());
        typed.addProperty("storageTypes", "local_storage");
        afterwards = () -> {
            if (page.isClosed() || context.pages().size() > 1) {
                context.close();
                return;
            }
            try {
                page.evaluate("() => location.origin === 'null' || sessionStorage.clear()");
                page.navigate("about:blank");
                page.unrouteAll();
                browser.send("Storage.clearDataForOrigin", typed);
                context.clearCookies();
                context.addCookies(cookies);
                page.setViewportSize(usual.width, usual.height);
                complaints.clear();
                others.add(this);
            } catch (PlaywrightException e) {
                context.close();
            }
        };
        return this;
    }

    /** Signs in with the right password at the page for it. */
    void enterAs(String account) {
        open("/sign-in");
        enter(account);
    }

    /** Signs in where the page asks for it, and goes on from what has changed of the account since. */
    void enter(String account) {
        type(account, product.password(account));
        page.waitForURL(address -> !URI.create(address).getPath().equals("/sign-in"));
        if (page.url().contains("/sign-in/changes")) {
            page.getByText("Đúng rồi, đi tiếp").click();
            page.waitForURL(address -> !address.contains("/sign-in"));
        }
    }

    void signInAs(String account, String password) {
        open("/sign-in");
        type(account, password);
    }

    private void type(String account, String password) {
        page.fill("#account", account);
        page.fill("#password", password);
        page.press("#password", "Enter");
    }

    private Page watched(Page opened) {
        opened.onConsoleMessage(message -> complain(opened, message));
        opened.onPageError(error -> complaints.add(opened.url() + ": " + error));
        return opened;
    }

    private void complain(Page opened, ConsoleMessage message) {
        // Refusals that a test asks for are no complaints.
        if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
            complaints.add(opened.url() + ": " + message.text());
        }
    }

    /** A further tab of the same browser. */
    Page tab() {
        return watched(context.newPage());
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    RunningProduct product() {
        return product;
    }

    /** Errors of scripts and what the content security policy refused. */
    List<String> complaints() {
        return complaints;
    }

    /** Follows an address and returns the status of the answer. */
    int open(String path) {
        Response response = page.navigate(path);
        return response == null ? 0 : response.status();
    }

    /** The number at a place of the answer. */
    Locator figure(String place) {
        return figure(page, place);
    }

    static Locator figure(Page page, String place) {
        return page.locator("data[data-at='" + place + "']:not([data-of])").first();
    }

    @Override
    public void close() {
        afterwards.run();
    }
}
