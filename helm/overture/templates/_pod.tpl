{{/* What of the pod depends on which secrets and files a region has. */}}

{{- define "overture.env" -}}
{{- $redis := .Values.redis.passwordSecret -}}
{{- if $redis.name }}
- name: QUARKUS_REDIS_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $redis.name }}
      key: {{ $redis.key }}
{{- end }}
{{- range $site, $of := .Values.sites }}
{{- with $of.identitySecret }}
- name: OVERTURE_SITES_{{ upper $site }}_IDENTITY_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ .name }}
      key: {{ .key }}
{{- end }}
{{- end }}
{{- with .Values.env }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "overture.volumeMounts" -}}
- name: book
  mountPath: /etc/overture/book
  readOnly: true
- name: desks
  mountPath: /etc/overture/desks
  readOnly: true
{{- if include "overture.redisByOurAuthority" . }}
- name: redis-ca
  mountPath: /etc/overture/redis
  readOnly: true
{{- end }}
- name: tmp
  mountPath: /tmp
{{- with .Values.volumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "overture.volumes" -}}
- name: book
  configMap:
    name: {{ include "overture.name" . }}-book
- name: desks
  configMap:
    name: {{ include "overture.name" . }}-desks
{{- if include "overture.redisByOurAuthority" . }}
- name: redis-ca
  secret:
    secretName: {{ .Values.redis.caSecret.name }}
{{- end }}
- name: tmp
  emptyDir:
    sizeLimit: 64Mi
{{- with .Values.volumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}
