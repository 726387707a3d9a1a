package io.overture.passport;

import io.overture.client.PartnerKeys;
import java.net.URI;

/**
 * Another region of the house.
 *
 * @param name as its tokens give it
 * @param returns where it is told what happened here to its visitors
 */
record Partner(String name, PartnerKeys keys, URI returns) {}
