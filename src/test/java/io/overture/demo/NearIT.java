package io.overture.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How near the triggers are, as an integrator sees it beside the shop's page: opened from the overlay, at the service's own address. */
@ExtendWith(House.class)
class NearIT {

    private static final String LINK = "How near the triggers are";

    @Test
    void it_follows_what_happens_on_the_page(Guest guest) {
        var shop = guest.comesTo("/piece/W-100?overture=debug");
        var near = opened(shop.page());

        signIn(near, "advisor");

        var reassurance = near.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("reassurance"));
        assertThat(state(reassurance)).containsText("does not hold");
        shop.page().bringToFront();
        shop.unfolds("sizing", "materials", "provenance");
        near.bringToFront();
        assertThat(state(reassurance)).containsText("holds since");
        assertThat(near.locator("h2").first()).hasText("reassurance");
    }

    @Test
    void a_role_that_may_not_know_is_told_so(Guest guest) {
        var near = opened(guest.comesTo("/piece/W-100?overture=debug").page());

        signIn(near, "shop");

        assertThat(near.getByRole(AriaRole.STATUS)).containsText("Your role may not see this");
    }

    private static Page opened(Page shop) {
        var link = shop.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(LINK));
        assertThat(link).isVisible();
        return shop.context().waitForPage(link::click);
    }

    private static void signIn(Page page, String who) {
        page.getByLabel("Name").fill(who);
        page.getByLabel("Password").fill(who);
        page.getByLabel("Password").press("Enter");
    }

    private static Locator state(Locator trigger) {
        return trigger.locator(".head .meta");
    }
}
