package vn.soto.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The installed browser, started once by each of the threads that run tests: its driver belongs to one. */
final class Chromium {

    /** The awaited state comes in fractions of a second, on a busy machine in many seconds. */
    static final int PATIENCE = 60_000;

    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(Chromium::start);

    private Chromium() {}

    static Browser browser() {
        return BROWSER.get();
    }

    /** A browser of its own, which keeps what it has in a folder and can be killed. */
    static BrowserContext keptIn(Path folder, URI address) {
        return browser()
                .browserType()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(program())
                                .setArgs(arguments())
                                .setTimeout(PATIENCE)
                                .setBaseURL(address.toString())
                                .setLocale("vi-VN")
                                .setTimezoneId("Asia/Ho_Chi_Minh")
                                .setViewportSize(390, 844));
    }

    private static List<String> arguments() {
        // With so low a limit a browser starts no renderer before it is needed; those of other visits are still not
        // shared.
        // Most pages are left before optimised code of their scripts pays off.
        List<String> arguments = new ArrayList<>(List.of(
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--renderer-process-limit=1",
                "--js-flags=--no-opt --no-maglev"));
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium has no sandbox of its own for root.
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    private static Browser start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(arguments())
                        .setTimeout(PATIENCE));
    }

    private static Path program() {
        // Without windows of its own a browser takes half the processor time.
        return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium on the PATH; on Debian: apt-get install chromium-headless-shell"));
    }
}
