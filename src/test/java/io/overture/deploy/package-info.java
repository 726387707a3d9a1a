/**
 * What we hand to operators, held against what we build: manifests, images, alerts, the dashboard and the page of
 * settings may name nothing that is not there.
 */
@NullMarked
package io.overture.deploy;

import org.jspecify.annotations.NullMarked;
