package vn.soto.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A person at a browser of their own; what the browser complains of is kept. */
final class Visit implements AutoCloseable {

    private static final Map<Account, String> SIGNED_IN = new ConcurrentHashMap<>();

    private final RunningProduct product;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private record Account(RunningProduct product, String name) {}

    private Visit(RunningProduct product, BrowserContext context) {
        this.product = product;
        this.context = context;
        context.setDefaultTimeout(Chromium.PATIENCE);
        context.setDefaultNavigationTimeout(Chromium.PATIENCE);
        page = watched(context.newPage());
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
        return of(account, options -> options);
    }

    static Visit of(RunningProduct product, String account) {
        return of(product, account, options -> options);
    }

    static Visit of(String account, UnaryOperator<Browser.NewContextOptions> look) {
        return of(RunningProduct.shared(), account, look);
    }

    /** Somebody who is signed in; the first of an account signs in by the page. */
    private static Visit of(RunningProduct product, String account, UnaryOperator<Browser.NewContextOptions> look) {
        String state = SIGNED_IN.computeIfAbsent(new Account(product, account), Visit::signIn);
        return of(
                product,
                product.address(),
                look.apply(new Browser.NewContextOptions()).setStorageState(state));
    }

    private static String signIn(Account account) {
        try (Visit visit = stranger(account.product)) {
            visit.enterAs(account.name);
            return visit.context.storageState();
        }
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
        context.close();
    }
}
