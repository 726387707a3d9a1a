{{/* What the nodes are set to: what values say in their own words, and `settings` beside it. */}}
{{- define "overture.settings" -}}
{{- $set := dict
    "OVERTURE_BOOK" "/etc/overture/book/book.yaml"
    "OVERTURE_DESKS" "/etc/overture/desks/desks.yaml"
    "OVERTURE_REGION" .Values.region
    "QUARKUS_HTTP_PORT" "8080"
    "QUARKUS_MANAGEMENT_PORT" "9000"
    "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING" "true"
    "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES" (join "," .Values.doors.trustedProxies)
    "QUARKUS_SHUTDOWN_DELAY" (printf "%ds" (int .Values.drainSeconds))
    "QUARKUS_REDIS_HOSTS" (join "," .Values.redis.hosts)
-}}
{{- if ne .Values.redis.mode "single" }}{{ $_ := set $set "QUARKUS_REDIS_CLIENT_TYPE" .Values.redis.mode }}{{ end -}}
{{- if eq .Values.redis.mode "sentinel" }}{{ $_ := set $set "QUARKUS_REDIS_MASTER_NAME" .Values.redis.master }}{{ end -}}
{{- if include "overture.redisByOurAuthority" . -}}
{{- $_ := set $set "QUARKUS_REDIS_TLS_TRUST_CERTIFICATE_PEM" "true" -}}
{{- $_ := set $set "QUARKUS_REDIS_TLS_TRUST_CERTIFICATE_PEM_CERTS" (printf "/etc/overture/redis/%s" .Values.redis.caSecret.key) -}}
{{- end -}}
{{- if hasPrefix "rediss://" (first .Values.redis.hosts) -}}
{{- $_ := set $set "QUARKUS_REDIS_TLS_HOSTNAME_VERIFICATION_ALGORITHM" "HTTPS" -}}
{{- end -}}
{{- with .Values.issuer.url -}}
{{- $_ := set $set "QUARKUS_OIDC_TENANT_ENABLED" "true" -}}
{{- $_ := set $set "QUARKUS_OIDC_AUTH_SERVER_URL" . -}}
{{- $_ := set $set "QUARKUS_OIDC_TOKEN_AUDIENCE" $.Values.issuer.audience -}}
{{- $_ := set $set "OVERTURE_CONSOLE_ISSUER" . -}}
{{- $_ := set $set "OVERTURE_CONSOLE_CLIENT_ID" $.Values.issuer.consoleClient -}}
{{- end -}}
{{- range $site, $of := .Values.sites -}}
{{- $_ := set $set (printf "OVERTURE_SITES_%s_ORIGINS" (upper $site)) (join "," $of.origins) -}}
{{- end -}}
{{- if include "overture.autoscaled" . -}}
{{- $_ := set $set "OVERTURE_SCALING_MIN" (toString .Values.autoscaling.min) -}}
{{- $_ := set $set "OVERTURE_SCALING_MAX" (toString .Values.autoscaling.max) -}}
{{- end -}}
{{- range $name, $value := .Values.settings -}}
{{- if hasKey $set $name }}{{ fail (printf "settings.%s: the chart sets it from another value, see values.yaml" $name) }}{{ end -}}
{{- $_ := set $set $name (toString $value) -}}
{{- end -}}
{{- toYaml $set -}}
{{- end -}}

{{- define "overture.book" -}}
{{- .Values.book | default (.Files.Get "files/book.yaml") -}}
{{- end -}}

{{- define "overture.desks" -}}
{{- .Values.desks | default (.Files.Get "files/desks.yaml") -}}
{{- end -}}
