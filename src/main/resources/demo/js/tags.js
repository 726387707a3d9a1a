// What a shop's <head> usually holds, in a file because the page forbids inline scripts. It runs
// before the beacon, so that the beacon meets the visitor's answer and not only its absence.

// "A fresh visitor" is emptied here, before anything can write again.
if (sessionStorage.getItem("aurelle.fresh")) {
  const strip = sessionStorage.getItem("aurelle.strip");
  localStorage.clear();
  sessionStorage.clear();
  if (strip) sessionStorage.setItem("aurelle.strip", strip);
}

window.dataLayer = window.dataLayer || [];
window.gtag = function () {
  window.dataLayer.push(arguments);
};
window.overture =
  window.overture ||
  function () {
    (window.overture.q = window.overture.q || []).push(arguments);
  };

window.gtag("consent", "default", {
  analytics_storage: "denied",
  personalization_storage: "denied",
  ad_storage: "denied",
  ad_user_data: "denied",
  ad_personalization: "denied",
});
if (localStorage.getItem("aurelle.consent") === "granted") {
  window.gtag("consent", "update", {
    analytics_storage: "granted",
    personalization_storage: "granted",
  });
}
